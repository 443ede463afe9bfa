import { describe, expect, it } from '@jest/globals';
import { lookupHash } from '../../../plugins/invitation/code.js';
import { nilGuid } from '../../../plugins/invitation/guid.js';
import { askedBy } from '../../../plugins/redeem/askedBy.js';

const contact = '5a5d0000-0000-4000-8000-00000000ABCD';
const visitor = { issuer: 'https://login.contoso.example', subject: 'ann', provider: 'Contoso' };
const personOf = (who: object) => askedBy({ code: 'c', ...who }).person;

describe('What an attempt is counted by', () => {
  it('is where it came from, who is signed in, and the hash of the code, however that was typed', () => {
    expect(askedBy({ code: ' c ', ipAddress: '203.0.113.7', contactId: contact })).toEqual({
      address: '203.0.113.7',
      person: contact.toLowerCase(),
      code: lookupHash('c'),
    });
  });

  it('is one person, however the id of the contact is written', () => {
    const ways = [contact, contact.toLowerCase(), `{${contact}}`, ` ${contact} `];
    expect(new Set(ways.map((contactId) => personOf({ contactId }))).size).toBe(1);
  });

  it('is the same nobody for everything that is no id', () => {
    expect(['guess 1', 'guess 2', '0'].map((contactId) => personOf({ contactId }))).toEqual(
      Array(3).fill(nilGuid),
    );
  });

  it('is a visitor by issuer and subject, whatever else the provider says of them', () => {
    const other = { ...visitor, provider: 'Other', verifiedEmail: 'ann@contoso.example', name: 'Ann' };
    expect(personOf({ visitor: other })).toBe(personOf({ visitor }));
    expect(personOf({ visitor: { ...visitor, subject: 'Ann' } })).not.toBe(personOf({ visitor }));
    expect(personOf({ visitor: { ...visitor, issuer: 'https://x.example' } })).not.toBe(
      personOf({ visitor }),
    );
  });

  it('is nobody in particular before somebody has signed in', () => {
    expect(personOf({})).toBeUndefined();
  });
});
