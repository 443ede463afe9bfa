import { describe, expect, it } from '@jest/globals';
import { whyNotSend, type InvitationToSend } from '../../webresources/rules/whyNotSend.js';
import { hasCertainlyExpired } from '../../webresources/rules/expiryDay.js';
import { whyNoMail } from '../../webresources/rules/mailable.js';
import { invitation } from '../../solution/schema.js';
import { sortContacts, type ContactRow } from '../../webresources/contact/contactsToInvite.js';
import { whySkip, type InvitationRow } from '../../webresources/invitation/invitationsToSend.js';

const { status, type } = invitation;
const now = new Date('2026-05-10T11:00:00Z');
const row: InvitationToSend = {
  '@odata.etag': 'W/"1"',
  inv_sendgeneration: null,
  statecode: 0,
  statuscode: status.new,
  inv_type: type.single,
  inv_expirydate: null,
  inv_redemptions: null,
  inv_maximumredemptions: null,
};

describe('an invitation is not worth sending', () => {
  it.each<[string, Partial<InvitationToSend>, boolean, string | undefined]>([
    ['when nothing is against it', {}, true, undefined],
    ['when it is inactive', { statecode: 1, statuscode: status.inactive }, true, 'notSentInactive'],
    ['when it is redeemed', { statuscode: status.redeemed }, true, 'notSentRedeemed'],
    ['when its one use is gone', { inv_redemptions: 1 }, true, 'notSentRedeemed'],
    [
      'when a group is full',
      { inv_type: type.group, inv_redemptions: 3, inv_maximumredemptions: 3 },
      true,
      'notSentRedeemed',
    ],
    [
      'when a group has a use left',
      { inv_type: type.group, inv_redemptions: 2, inv_maximumredemptions: 3 },
      true,
      undefined,
    ],
    ['when a group has no limit', { inv_type: type.group, inv_redemptions: 99 }, true, undefined],
    ['when it expired', { inv_expirydate: '2026-05-08' }, true, 'notSentExpired'],
    ['when nobody is invited', {}, false, 'notSentNoContact'],
  ])('%s', (_when, change, hasContact, reason) => {
    expect(whyNotSend({ ...row, ...change }, hasContact, now)).toBe(reason);
  });
});

describe('an expiry date is over for certain', () => {
  it.each([
    [null, false],
    ['2026-05-08', true],
    // It is still the ninth on Baker Island.
    ['2026-05-09', false],
    ['2026-05-10', false],
    ['2026-05-09T00:00:00Z', false],
  ])('%s: %s', (date, over) => {
    expect(hasCertainlyExpired(date, now)).toBe(over);
  });
});

describe('a contact gets no mail', () => {
  const contact = { statecode: 0, emailaddress1: 'a@b.example', donotemail: false };
  it.each<[Partial<typeof contact> | { emailaddress1: null }, string | undefined]>([
    [{}, undefined],
    [{ statecode: 1 }, 'contactInactive'],
    [{ emailaddress1: null }, 'contactNoAddress'],
    [{ emailaddress1: '  ' }, 'contactNoAddress'],
    [{ donotemail: true }, 'contactNoEmail'],
  ])('%j: %s', (change, reason) => {
    expect(whyNoMail({ ...contact, ...change })).toBe(reason);
  });
});

describe('selected contacts', () => {
  const contact = (contactid: string, statecode = 0): ContactRow => ({
    contactid,
    fullname: contactid,
    statecode,
    emailaddress1: null,
    donotemail: null,
  });

  it('are invited unless they are inactive, have an open invitation or cannot be read', () => {
    const contacts = [contact('a'), contact('b'), contact('c', 1)];
    expect(sortContacts(['a', 'b', 'c', 'd'], contacts, new Set(['b']))).toEqual({
      toInvite: [contact('a')],
      inactive: 1,
      invited: 1,
      unreadable: 1,
    });
  });
});

describe('a selected invitation is skipped', () => {
  const able = { statecode: 0, emailaddress1: 'a@b.example', donotemail: null };
  const selected: InvitationRow = {
    ...row,
    '@odata.etag': 'W/"1"',
    inv_invitationid: 'i',
    inv_name: 'I',
    inv_contactid: able,
  };
  it.each<[Partial<InvitationRow>, string | undefined]>([
    [{}, undefined],
    [{ statuscode: status.sendFailed }, undefined],
    [{ statuscode: status.sendRequested }, 'alreadyRequested'],
    [{ statuscode: status.sent }, 'alreadySent'],
    [{ statuscode: status.redeemed }, 'notSentRedeemed'],
    [{ statecode: 1 }, 'notSentInactive'],
    [{ inv_expirydate: '2020-01-01' }, 'notSentExpired'],
    [{ inv_contactid: null }, 'notSentNoContact'],
    [{ inv_contactid: { ...able, emailaddress1: null } }, 'contactNoAddress'],
    // Who belongs to a group is the service's business.
    [{ inv_type: type.group, inv_contactid: null }, undefined],
  ])('%j: %s', (change, reason) => {
    expect(whySkip({ ...selected, ...change }, now)).toBe(reason);
  });
});
