import { describe, expect, it } from '@jest/globals';
import { isOwnForm, isSameToken } from '../../../plugins/doors/security/ownForm.js';

const https = 'https://invite.contoso.example';
const http = 'http://invite.test:5803';

describe('a form of this site', () => {
  it.each([
    [https, 'same-origin', https],
    [https, 'same-origin', 'null'],
    [https, 'same-origin', undefined],
    [https, undefined, https],
    [http, undefined, http],
    // Browsers tell no more over http of a page without a referrer.
    [http, undefined, 'null'],
  ])('of %s: Sec-Fetch-Site %s, Origin %s', (url, site, origin) => {
    expect(isOwnForm({ 'sec-fetch-site': site, origin }, url)).toBe(true);
  });

  it.each([
    [https, 'cross-site', 'https://evil.example'],
    [https, 'cross-site', 'null'],
    [https, 'same-site', 'https://other.contoso.example'],
    [https, 'same-site', 'null'],
    [https, 'none', undefined],
    [https, 'same-origin', 'https://evil.example'],
    [https, undefined, 'null'],
    [https, undefined, undefined],
    [https, undefined, 'https://evil.example'],
    [https, undefined, 'http://invite.contoso.example'],
    [https, undefined, 'https://invite.contoso.example:8443'],
    [http, undefined, undefined],
    [http, undefined, 'http://invite.test'],
  ])('is not one of %s: Sec-Fetch-Site %s, Origin %s', (url, site, origin) => {
    expect(isOwnForm({ 'sec-fetch-site': site, origin }, url)).toBe(false);
  });
});

describe('tokens', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', '', false],
    ['abc', 'abcd', false],
    ['', 'abc', false],
  ])('%s and %s', (one, other, same) => {
    expect(isSameToken(one, other)).toBe(same);
  });
});
