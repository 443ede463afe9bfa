import { describe, expect, it } from '@jest/globals';
import { mailValues } from '../../../plugins/send/mailValues.js';
import { invitationToSend, invitee } from './sample.js';

const settings = { siteUrl: 'https://contoso.example', redemptionPath: '/register?invitation={code}' };
const sender = { kind: 'systemuser', id: 'owner', name: 'Olga Owner' } as const;
const values = (
  given: Parameters<typeof invitationToSend>[0] = {},
  language = 1033,
  contact = invitee('Ann'),
) =>
  mailValues(
    { invitation: invitationToSend(given), invitee: contact, sender, code: 'k7p2' },
    language,
    settings,
  );

describe('an expiry date is written out in the language of the mail', () => {
  it.each([
    [1033, 'December 31, 2026'],
    [2057, '31 December 2026'],
    [1031, '31. Dezember 2026'],
    [1036, '31 décembre 2026'],
    [3082, '31 de diciembre de 2026'],
    [1041, '2026年12月31日'],
  ])('%i', (language, expected) => {
    expect(values({ inv_expirydate: '2026-12-31' }, language).invitation.expirydate).toBe(expected);
  });
});

it('says null of what the invitation does not have', () => {
  expect(values()).toMatchObject({ inviter: null, account: null, invitation: { expirydate: null } });
});

it('names inviter, account, sender, site and link', () => {
  expect(values({ inv_inviterid: { fullname: 'Ines' }, inv_accountid: { name: 'Contoso' } })).toMatchObject({
    inviter: { fullname: 'Ines' },
    account: { name: 'Contoso' },
    sender: { fullname: 'Olga Owner' },
    site: { url: 'https://contoso.example', host: 'contoso.example' },
    link: 'https://contoso.example/register?invitation=k7p2',
  });
});

it('greets by the name there is', () => {
  const contact = { ...invitee('Example'), firstname: null, lastname: 'Example' };
  expect(values({}, 1033, contact).contact).toEqual({
    fullname: 'Example',
    firstname: 'Example',
    lastname: 'Example',
  });
});
