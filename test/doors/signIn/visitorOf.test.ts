import { describe, expect, it } from '@jest/globals';
import { joined } from '../../../plugins/doors/signIn/visitor/claims.js';
import { visitorOf } from '../../../plugins/doors/signIn/visitor/visitorOf.js';

const issuer = 'https://login.contoso.example';
const entra = 'https://login.microsoftonline.com/aaaaaaaa-0000-4000-8000-000000000001/v2.0';
const email = 'alice@contoso.example';

const visitor = (claims: object, trustEmail: 'whenVerified' | 'always' | 'never' = 'whenVerified') =>
  visitorOf({ iss: issuer, sub: 'alice', ...claims }, { name: 'Contoso', trustEmail });

describe('the address of a visitor', () => {
  it.each([
    ['verified', { email, email_verified: true }, email],
    ['verified, as text', { email, email_verified: 'true' }, email],
    ['verified, as a number', { email, email_verified: 1 }, email],
    ['not verified', { email, email_verified: false }, undefined],
    ['not verified, as text', { email, email_verified: 'false' }, undefined],
    ['verified by a word that is none', { email, email_verified: 'yes' }, undefined],
    ['verified by something else', { email, email_verified: {} }, undefined],
    ['verified by nothing', { email, email_verified: null }, undefined],
    ['of Entra ID, anybody may have written it (nOAuth)', { iss: entra, email }, undefined],
    ['of Entra ID, as user name', { iss: entra, preferred_username: email, upn: email }, undefined],
    ['of Entra ID, owner of the domain verified', { iss: entra, email, xms_edov: true }, email],
    ['of Entra ID, the same as text', { iss: entra, email, xms_edov: '1' }, email],
    ['of Entra ID, the same as a number', { iss: entra, email, xms_edov: 1 }, email],
    ['of Entra ID, owner not verified', { iss: entra, email, xms_edov: false }, undefined],
    ['of Entra ID, owner not verified, as text', { iss: entra, email, xms_edov: '0' }, undefined],
    ['verified in one claim, not in the other', { email, email_verified: true, xms_edov: false }, undefined],
    ['the other way round', { email, email_verified: false, xms_edov: true }, undefined],
    ['none, though it is verified', { email_verified: true }, undefined],
    ['a list', { email: [email], email_verified: true }, undefined],
    ['empty', { email: '', email_verified: true }, undefined],
    ['two in one', { email: `${email},eve@evil.example`, email_verified: true }, undefined],
    ['with a name around it', { email: `Alice <${email}>`, email_verified: true }, undefined],
    ['with a line break', { email: `${email}\nbcc:x`, email_verified: true }, undefined],
    [
      'with a character nobody sees',
      { email: `ali\u200bce@contoso.example`, email_verified: true },
      undefined,
    ],
    ['without an at sign', { email: 'alice', email_verified: true }, undefined],
    [
      'longer than any contact has',
      { email: `${'a'.repeat(100)}@b.example`, email_verified: true },
      undefined,
    ],
  ])('%s', (_case, claims, expected) => {
    expect(visitor(claims).verifiedEmail).toBe(expected);
  });

  it.each([
    ['always', { email }, email],
    ['always', { email, email_verified: false }, email],
    ['always', { email: 'not an address' }, undefined],
    ['never', { email, email_verified: true }, undefined],
  ] as const)('counts %s, whatever is said of it: %j', (trustEmail, claims, expected) => {
    expect(visitor(claims, trustEmail).verifiedEmail).toBe(expected);
  });

  it('is verified by the document that has it, not by another one', () => {
    const claims = joined(
      { iss: issuer, sub: 'alice', name: 'Alice', email_verified: true, xms_edov: true },
      { sub: 'alice', iss: 'https://evil.example', name: 'Eve', email, given_name: 'Alice' },
    );
    expect(visitorOf(claims, { name: 'Contoso', trustEmail: 'whenVerified' })).toEqual({
      issuer,
      subject: 'alice',
      name: 'Alice',
      givenName: 'Alice',
      provider: 'Contoso',
    });
  });
});

describe('the subject of a visitor', () => {
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['blank', '   '],
    ['a number', 7],
    ['null', null],
    ['longer than 255', 'a'.repeat(256)],
    ['with a control character', 'ali\u0000ce'],
    ['with a line break', 'alice\n'],
    ['not ASCII', 'älice'],
  ])('is refused: %s', (_case, sub) => {
    expect(() => visitor({ sub })).toThrow(expect.objectContaining({ code: 'INV_VISITOR_NOT_SIGNED_IN' }));
  });

  it('is kept to the letter', () => {
    const sub = `A|b ${'c'.repeat(251)}`;
    expect(visitor({ sub }).subject).toBe(sub);
  });

  it('needs an issuer', () => {
    expect(() => visitor({ iss: undefined })).toThrow(
      expect.objectContaining({ code: 'INV_VISITOR_NOT_SIGNED_IN' }),
    );
  });
});

describe('the name of a visitor', () => {
  it.each([
    ['as it is', 'Zoë Ångström', 'Zoë Ångström'],
    ['composed', 'Zoe\u0308', 'Zoë'],
    ['on one line', ' Alice\r\n\tNguyen\u0000 ', 'Alice Nguyen'],
    ['in one direction', 'Alice\u202e neyugN\u2066', 'Alice neyugN'],
    ['with the joiners that some scripts need', 'نامه\u200cای', 'نامه\u200cای'],
    ['as text, not as a page', '<b>{{Alice}}</b>', '<b>{{Alice}}</b>'],
    ['cut at 100', 'a'.repeat(100_000), 'a'.repeat(100)],
    ['never cut through a character', '😀'.repeat(101), '😀'.repeat(100)],
    ['without half a character', 'A\ud83d', 'A'],
    ['nothing of nothing', ' \u0007 ', undefined],
    ['nothing of a number', 7, undefined],
    ['nothing of an object', { toString: 'Alice' }, undefined],
  ])('is told %s', (_case, name, expected) => {
    const told = visitor({ name, given_name: name, family_name: name });
    expect([told.name, told.givenName, told.familyName]).toEqual([expected, expected, expected]);
  });
});
