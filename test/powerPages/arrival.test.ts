import { describe, expect, it } from '@jest/globals';
import { arrival } from '../../solution/power-pages/page/arrival.js';
import { localAddress } from '../../solution/power-pages/page/localAddress.js';

const origin = 'https://contoso.powerappsportals.com';

describe('a link to the page', () => {
  it.each([
    ['names nothing', '/invitation', undefined, undefined, '/invitation'],
    ['names a code', '/invitation?invitation=abc', 'abc', undefined, '/invitation'],
    [
      'names it as the native link does',
      '/de-DE/invitation?InvitationCode=a%2Bb',
      'a+b',
      undefined,
      '/de-DE/invitation',
    ],
    ['names it in the fragment', '/invitation#invitation=a%20b', 'a b', undefined, '/invitation'],
    ['has blanks around the code', '/invitation?invitation=%20abc%20', 'abc', undefined, '/invitation'],
    ['has an empty code', '/invitation?invitation=', undefined, undefined, '/invitation'],
    ['has another parameter', '/invitation?x=1&invitation=abc', 'abc', undefined, '/invitation?x=1'],
    [
      'has another fragment',
      '/invitation?invitation=abc#mainContent',
      'abc',
      undefined,
      '/invitation#mainContent',
    ],
    [
      'names where to go on',
      '/invitation?returnurl=%2Fa%3Fb%23c&invitation=abc',
      'abc',
      '/a?b#c',
      '/invitation',
    ],
    [
      'names another site',
      '/invitation?ReturnUrl=https%3A%2F%2Fevil.example&invitation=abc',
      'abc',
      undefined,
      '/invitation',
    ],
    ['names two codes', '/invitation?invitation=one&INVITATION=two', 'one', undefined, '/invitation'],
  ])('that %s', (_, path, code, returnTo, address) => {
    expect(arrival({ href: origin + path, origin })).toEqual({ code, returnTo, address });
  });
});

describe('an address to go on to', () => {
  it.each([
    ['/', '/'],
    ['/orders/7?tab=2#top', '/orders/7?tab=2#top'],
    ['/a/../b', '/b'],
    ['orders', undefined],
    ['', undefined],
    ['https://contoso.powerappsportals.com/a', undefined],
    ['//evil.example', undefined],
    ['/\\evil.example', undefined],
    ['/\t/evil.example', undefined],
    ['/.//evil.example', undefined],
    ['/x/..//evil.example', undefined],
    ['\\\\evil.example', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    [' //evil.example', undefined],
  ])('written %j is %j', (address, expected) => {
    expect(localAddress(address, origin)).toBe(expected);
  });
});
