import { describe, expect, it } from '@jest/globals';
import { type Asked, subjectsOf } from '../../../../plugins/redeem/locks/subject.js';

const hashes = (asked: Asked, organization = 'contoso') =>
  subjectsOf(asked, organization).map(({ hash }) => hash);

describe('The subjects of an attempt', () => {
  it('are its address, who is signed in, and its code, each with its limit', () => {
    const subjects = subjectsOf({ address: '203.0.113.7', person: 'p', code: 'c' }, 'contoso');
    expect(subjects.map(({ kind, limit }) => [kind, limit])).toEqual([
      ['address', 100],
      ['person', 30],
      ['code', 300],
    ]);
    expect(JSON.stringify(subjects)).not.toContain('203');
  });

  it.each([undefined, '', ' '])('are its code alone where the door knows no address: %j', (address) => {
    expect(subjectsOf({ address, code: 'c' }, 'contoso').map(({ kind }) => kind)).toEqual(['code']);
  });

  it('are the same for ever: admins look for them, and services of two versions share them', () => {
    const person = '00000000-0000-4000-8000-000000000001';
    expect(hashes({ address: '203.0.113.7', person, code: 'c' })).toEqual([
      // SHA-256 of `address`, `contoso` and `203.0.113.7` in three lines.
      'b2954da27ffa885f34972e5bde11336ec3a1921d81a2cead907a001401fd0f14',
      'ee6578517512805a9f2a3fe63dc2f935ea228b389fd091765d961a3124ce1953',
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  it('are the same for the addresses of one network', () => {
    const one = hashes({ address: '2001:db8:1:2::1', code: 'c' });
    expect(hashes({ address: '2001:db8:1:2:ffff::7', code: 'c' })).toEqual(one);
    expect(hashes({ address: '2001:db8:1:3::1', code: 'c' })[0]).not.toBe(one[0]);
  });

  it('are others in another environment, and an address is neither a person nor a code', () => {
    const x = { address: 'x', person: 'x', code: 'x' };
    expect(new Set([...hashes(x), ...hashes(x, 'fabrikam')]).size).toBe(6);
  });
});
