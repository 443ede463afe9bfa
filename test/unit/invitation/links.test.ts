import { describe, expect, it } from '@jest/globals';
import { redemptionLink, siteHost } from '../../../plugins/invitation/links.js';

describe('the redemption link', () => {
  it.each([
    [
      'https://contoso.example',
      '/register?invitation={code}',
      'k7p2',
      'https://contoso.example/register?invitation=k7p2',
    ],
    [
      'https://contoso.example/',
      '/register?invitation={code}',
      'k7p2',
      'https://contoso.example/register?invitation=k7p2',
    ],
    ['https://contoso.example/de', 'join/{code}', 'k7p2', 'https://contoso.example/de/join/k7p2'],
    [
      'https://contoso.example',
      '/r?returnurl=%2f&invitation={code}#{code}',
      'x',
      'https://contoso.example/r?returnurl=%2f&invitation=x#x',
    ],
    [
      'https://contoso.example',
      '/r?i={code}',
      'a b&c=d+é/?#%',
      'https://contoso.example/r?i=a%20b%26c%3Dd%2B%C3%A9%2F%3F%23%25',
    ],
    ['https://contoso.example', '/r?i={code}', '$&$1$$', 'https://contoso.example/r?i=%24%26%241%24%24'],
  ])('%s + %s + %s', (site, path, code, link) => {
    expect(redemptionLink(site, path, code)).toBe(link);
  });

  it('gives back the code it was made of', () => {
    const code = '"><script>&é{code}';
    const link = new URL(redemptionLink('https://contoso.example', '/r?i={code}', code));
    expect(link.searchParams.get('i')).toBe(code);
  });
});

it('names the host with its port', () => {
  expect(siteHost('http://127.0.0.1:5800/de')).toBe('127.0.0.1:5800');
});
