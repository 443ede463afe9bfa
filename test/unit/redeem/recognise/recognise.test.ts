import { describe, expect, it } from '@jest/globals';
import { linkId, linkIdByCode, newContactId } from '../../../../plugins/invitation/ids.js';
import { recognise } from '../../../../plugins/redeem/recognise/recognise.js';
import type { Recognition } from '../../../../plugins/redeem/recognise/recognition.js';
import { linkedIdentity } from '../../../../solution/schema.js';
import { candidate, factsFor, identity, link, visitor } from './sample.js';

type Given = Parameters<typeof factsFor>[0];
const { proof } = linkedIdentity;
const safest = { redeemerPolicy: 'invited', linkingPolicy: 'verifiedEmail' } as const;
const byCode = { ...safest, linkingPolicy: 'code' } as const;
const anyone = { ...safest, redeemerPolicy: 'anyone' } as const;

const other = { emailaddress1: 'somebody.else@contoso.example' };
const elsewhere = { issuer: 'https://accounts.fabrikam.example' };
const noAddress = visitor({ verifiedEmail: undefined });

const byLink = (contactId: string): Recognition => ({
  kind: 'contact',
  contactId,
  proved: true,
  link: undefined,
});
const byAddress = (contactId: string): Recognition => ({
  kind: 'contact',
  contactId,
  proved: true,
  link: { id: linkId(identity), identity, proof: proof.verifiedEmail },
});
const withCode = (contactId: string): Recognition => ({
  kind: 'contact',
  contactId,
  proved: false,
  link: { id: linkIdByCode(contactId), identity, proof: proof.invitationCode },
});
const nobody = (
  refusal: 'wrongAccount' | 'identityTaken',
  because: Extract<Recognition, { kind: 'nobody' }>['because'],
): Recognition => ({ kind: 'nobody', refusal, because });
const stranger = nobody('wrongAccount', 'stranger');
const taken = nobody('identityTaken', 'linkedToAnother');

/** An invitation of the one contact `a`. */
const single = (given: Given = {}): Given => ({ candidates: [candidate('a')], invited: ['a'], ...given });
const group = (given: Given = {}): Given => ({ group: true, ...given });

describe('by a link', () => {
  it.each<[string, Given, Recognition]>([
    [
      'the visitor is the invited contact, whatever the address',
      single({ link: link('a'), candidates: [candidate('a', other)] }),
      byLink('a'),
    ],
    [
      'without an address too',
      single({ visitor: noAddress, link: link('a'), candidates: [candidate('a')] }),
      byLink('a'),
    ],
    [
      'an invited contact of a group before another who has the address',
      group({ candidates: [candidate('a'), candidate('b', other)], invited: ['a', 'b'], link: link('b') }),
      byLink('b'),
    ],
    [
      'the contact who has redeemed it, though the invitation no longer names them',
      group({ candidates: [candidate('a', other)], redeemed: ['a'], link: link('a') }),
      byLink('a'),
    ],
    [
      'nobody, while the link is inactive: it bars the identity, also from its address',
      single({ link: link('a', 'ann', { active: false }) }),
      nobody('wrongAccount', 'barred'),
    ],
    [
      'nobody, when the link leads to somebody who is not invited',
      single({ candidates: [candidate('a', other), candidate('x')], link: link('x') }),
      stranger,
    ],
  ])('%s', (_, given, expected) => {
    expect(recognise(factsFor(given), safest)).toEqual(expected);
  });
});

describe('by the verified address', () => {
  it.each<[string, Given, Recognition]>([
    ['the visitor is the invited contact, and is linked', single(), byAddress('a')],
    [
      'whatever its case, and though it is written with blanks',
      single({ candidates: [candidate('a', { emailaddress1: ' Ann@CONTOSO.example ' })] }),
      byAddress('a'),
    ],
    ['nobody, when the provider does not vouch for one', single({ visitor: noAddress }), stranger],
    [
      'nobody, when it is that of a contact who is not invited',
      { candidates: [candidate('a')], invited: [] },
      stranger,
    ],
    [
      'the contact, though inactive, with nothing proved: they are told so',
      single({ candidates: [candidate('a', { statecode: 1 })] }),
      { kind: 'contact', contactId: 'a', proved: false, link: undefined },
    ],
    [
      'the active one of two, whatever the order',
      group({ candidates: [candidate('a', { statecode: 1 }), candidate('b')], invited: ['a', 'b'] }),
      byAddress('b'),
    ],
    [
      'nobody, when the contact has none',
      single({ candidates: [candidate('a', { emailaddress1: null })] }),
      stranger,
    ],
    [
      'the contact, unlinked, when the identity is linked to a duplicate',
      single({ candidates: [candidate('a'), candidate('x')], link: link('x') }),
      byLink('a'),
    ],
    [
      'nobody, when the contact is linked to another person there (takeover)',
      single({ links: [link('a', 'eve')] }),
      taken,
    ],
    [
      'nobody, when the contact is linked to a subject that differs in case: to the provider it is another',
      single({ links: [link('a', 'ANN')] }),
      taken,
    ],
    [
      'the contact, when what is linked to it is an account at another provider',
      single({ links: [link('a', 'somebody', elsewhere)] }),
      byAddress('a'),
    ],
    [
      'the contact, when the other link is inactive: who was barred keeps nobody out',
      single({ links: [link('a', 'eve', { active: false })] }),
      byAddress('a'),
    ],
    [
      'of two invited contacts the first by id',
      group({ candidates: [candidate('b'), candidate('a')], invited: ['a', 'b'] }),
      byAddress('a'),
    ],
    [
      'of two invited contacts the one who has redeemed',
      group({ candidates: [candidate('a'), candidate('b')], invited: ['a', 'b'], redeemed: ['b'] }),
      byAddress('b'),
    ],
    [
      'of two invited contacts the one who is not linked to another person',
      group({ candidates: [candidate('a'), candidate('b')], invited: ['a', 'b'], links: [link('a', 'eve')] }),
      byAddress('b'),
    ],
    [
      'not even the one who has redeemed, when they are linked to another person',
      group({
        candidates: [candidate('a'), candidate('b')],
        invited: ['a', 'b'],
        redeemed: ['a'],
        links: [link('a', 'eve')],
      }),
      byAddress('b'),
    ],
    [
      'nobody, when both are linked to other people',
      group({
        candidates: [candidate('a'), candidate('b')],
        invited: ['a', 'b'],
        links: [link('a', 'eve'), link('b', 'mallory')],
      }),
      taken,
    ],
    [
      'an invited one, though a contact who is not invited has the address too',
      group({ candidates: [candidate('a'), candidate('b')], invited: ['b'] }),
      byAddress('b'),
    ],
  ])('%s', (_, given, expected) => {
    expect(recognise(factsFor(given), safest)).toEqual(expected);
    // A code in hand makes nobody another.
    if (expected !== stranger) expect(recognise(factsFor(given), byCode)).toEqual(expected);
  });

  it.each([
    ['an accent', 'änn@contoso.example'],
    ['an accent, written as two characters', 'a\u0308nn@contoso.example'],
    ['a letter of another script', '\u0430nn@contoso.example'],
    ['a wide letter', '\uff41nn@contoso.example'],
    ['a blank within', 'an n@contoso.example'],
    ['an invisible character', 'ann\u200b@contoso.example'],
    ['a tag', 'ann+portal@contoso.example'],
    ['another domain', 'ann@contoso.example.attacker.example'],
  ])('is exact, though Dataverse finds %s too', (_, verifiedEmail) => {
    const given = single({ visitor: visitor({ verifiedEmail }) });
    expect(recognise(factsFor(given), safest)).toEqual(stranger);
  });

  it('does not take the Kelvin sign for a k, nor the dotless ı for an i', () => {
    const given = (mine: string, theirs: string) =>
      factsFor(
        single({
          visitor: visitor({ verifiedEmail: theirs }),
          candidates: [candidate('a', { emailaddress1: mine })],
        }),
      );
    expect(recognise(given('kim@contoso.example', '\u212aim@contoso.example'), safest)).toEqual(stranger);
    expect(recognise(given('kim@contoso.example', 'k\u0131m@contoso.example'), safest)).toEqual(stranger);
  });

  it.each([
    ['a line break', 'ann@contoso.example\nBcc: eve@attacker.example'],
    ['an invisible character', 'ann\u200b@contoso.example'],
    ['more letters than a contact can have', `${'a'.repeat(90)}@contoso.example`],
  ])('is none with %s, though a contact had the same', (_, text) => {
    const given = single({
      visitor: visitor({ verifiedEmail: text }),
      candidates: [candidate('a', { emailaddress1: text })],
    });
    expect(recognise(factsFor(given), safest)).toEqual(stranger);
  });

  it('knows a composed letter from a decomposed one as the same', () => {
    const given = single({
      visitor: visitor({ verifiedEmail: 'Zoe\u0308@contoso.example' }),
      candidates: [candidate('a', { emailaddress1: 'zo\u00eb@contoso.example' })],
    });
    expect(recognise(factsFor(given), safest)).toEqual(byAddress('a'));
  });
});

describe('by the code, where the makers say so', () => {
  const unknownHere = { candidates: [candidate('a', other)] };
  it.each<[string, Given, Recognition]>([
    ['the visitor is the contact of a single invitation, and is linked', single(unknownHere), withCode('a')],
    ['without an address too', single({ ...unknownHere, visitor: noAddress }), withCode('a')],
    [
      'nobody, when the contact is linked to anybody, wherever (takeover)',
      single({ ...unknownHere, links: [link('a', 'somebody', elsewhere)] }),
      taken,
    ],
    [
      'nobody, even when that link is inactive',
      single({ ...unknownHere, links: [link('a', 'eve', { active: false })] }),
      taken,
    ],
    [
      'nobody, when the link that a code made was moved to another contact',
      single({ ...unknownHere, links: [link('x', 'eve', { id: linkIdByCode('a') })] }),
      taken,
    ],
    [
      'nobody, when the identity is linked to somebody else',
      single({ candidates: [candidate('a', other), candidate('x')], link: link('x') }),
      stranger,
    ],
    [
      'nobody in a group: its code belongs to many',
      group({ candidates: [candidate('a', other)], invited: ['a'] }),
      stranger,
    ],
    ['nobody, when the invited contact is deleted', single({ candidates: [] }), stranger],
    [
      'nobody, when it was used: the contact may have redeemed without a link',
      single({ ...unknownHere, redeemed: ['a'] }),
      stranger,
    ],
  ])('%s', (_, given, expected) => {
    expect(recognise(factsFor(given), byCode)).toEqual(expected);
  });

  it('nobody, as long as they do not', () => {
    expect(recognise(factsFor(single(unknownHere)), safest)).toEqual(stranger);
  });
});

describe('where anyone may redeem', () => {
  const created = newContactId(identity);
  const newLink = { id: linkId(identity), identity, proof: proof.newContact };
  it.each<[string, Given, Recognition | { kind: 'new' }]>([
    [
      'the visitor is the contact they are linked to',
      group({ candidates: [candidate('x', other), candidate('y')], link: link('x') }),
      byLink('x'),
    ],
    ['the one contact with their address', group({ candidates: [candidate('x')] }), byAddress('x')],
    [
      'also at a single invitation of somebody else',
      single({ candidates: [candidate('a', other), candidate('x')] }),
      byAddress('x'),
    ],
    [
      'nobody, when there are several with their address',
      group({ candidates: [candidate('x'), candidate('y')] }),
      nobody('wrongAccount', 'severalContacts'),
    ],
    [
      'nobody, when there are more than were read',
      group({ candidates: [candidate('x')], more: true }),
      nobody('wrongAccount', 'severalContacts'),
    ],
    [
      'nobody, when the one with their address is linked to another person (takeover)',
      group({ candidates: [candidate('x')], links: [link('x', 'eve')] }),
      taken,
    ],
    [
      'an invited contact before any other',
      group({ candidates: [candidate('x'), candidate('y')], invited: ['y'] }),
      byAddress('y'),
    ],
    ['a new contact, when nobody has their address', group(), { kind: 'new' }],
    [
      'a new contact, when only an inactive one has it',
      group({ candidates: [candidate('x', { statecode: 1 })] }),
      { kind: 'new' },
    ],
    [
      'a new contact, when one is only taken for theirs by Dataverse',
      group({ candidates: [candidate('x', { emailaddress1: 'änn@contoso.example' })] }),
      { kind: 'new' },
    ],
    [
      'nobody at a single invitation of somebody else',
      single({ candidates: [candidate('a', other)] }),
      stranger,
    ],
    ['nobody, without a verified address', group({ visitor: noAddress }), stranger],
    [
      'the contact they became before, though its address is another now and the link is gone',
      group({ candidates: [candidate(created, other)] }),
      { kind: 'contact', contactId: created, proved: false, link: newLink },
    ],
    [
      'not even that one, when it is linked to another person by now',
      group({ candidates: [candidate(created, other)], links: [link(created, 'eve')] }),
      taken,
    ],
    ['nobody, when the contact they are linked to is deleted', group({ link: link('x') }), stranger],
    [
      'nobody, while their link is inactive',
      group({ link: link('x', 'ann', { active: false }), candidates: [candidate('x')] }),
      nobody('wrongAccount', 'barred'),
    ],
  ])('%s', (_, given, expected) => {
    expect(recognise(factsFor(given), anyone)).toMatchObject(expected);
  });

  it('the new contact has its id from the identity, and is linked', () => {
    const recognition = recognise(
      factsFor(group({ visitor: visitor({ givenName: 'Ann', familyName: 'Example' }) })),
      anyone,
    );
    expect(recognition).toEqual({
      kind: 'new',
      contact: {
        contactid: created,
        fullname: 'Ann Example',
        row: {
          contactid: created,
          firstname: 'Ann',
          lastname: 'Example',
          emailaddress1: 'ann@contoso.example',
        },
      },
      link: newLink,
    });
  });
});
