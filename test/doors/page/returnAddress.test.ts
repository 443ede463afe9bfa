import { describe, expect, it } from '@jest/globals';
import { returnAddress } from '../../../plugins/doors/security/returnAddress.js';
import { doorsConfig } from './fakes.js';

const home = 'https://portal.contoso.example';

describe('a return address', () => {
  it.each([
    [`${home}/orders?open=1#new`, `${home}/orders?open=1#new`],
    [home, `${home}/`],
    ['HTTPS://PORTAL.Contoso.Example/', `${home}/`],
    [`${home}:443/orders`, `${home}/orders`],
    ['https://shop.contoso.example:8443/basket', 'https://shop.contoso.example:8443/basket'],
    ['/orders', `${home}/orders`],
    ['/', `${home}/`],
    ['/%2f%2fevil.example', `${home}/%2f%2fevil.example`],
    ['/orders?next=https://evil.example', `${home}/orders?next=https://evil.example`],
  ])('on the list is taken: %s', (asked, address) => {
    expect(returnAddress(asked, doorsConfig)).toBe(address);
  });

  it.each([
    ['another site', 'https://evil.example/'],
    ['without a scheme', '//evil.example'],
    ['three slashes', '///evil.example'],
    ['backslashes', '\\\\evil.example'],
    ['slash and backslash', '/\\evil.example'],
    ['a tab between the slashes', '/\t/evil.example'],
    ['a line end between the slashes', '/\n/evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['a script with a tab', 'java\tscript:alert(1)'],
    ['a script behind an address', 'javascript://portal.contoso.example/%0aalert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///etc/passwd'],
    ['a user that looks like the site', 'https://portal.contoso.example@evil.example/'],
    ['a user at the site', 'https://user@portal.contoso.example/'],
    ['a password at the site', 'https://user:secret@portal.contoso.example/'],
    ['an encoded address', 'https%3A%2F%2Fevil.example'],
    ['encoded slashes', '%2f%2fevil.example'],
    ['a site that ends like ours', 'https://evilportal.contoso.example/'],
    ['a site that begins like ours', 'https://portal.contoso.example.evil.example/'],
    ['a subdomain', 'https://a.portal.contoso.example/'],
    ['the parent domain', 'https://contoso.example/'],
    ['another port', 'https://portal.contoso.example:8443/'],
    ['no port where one is listed', 'https://shop.contoso.example/'],
    ['http instead of https', 'http://portal.contoso.example/'],
    ['another scheme', 'ftp://portal.contoso.example/'],
    ['a dot at the end of the host', 'https://portal.contoso.example./'],
    ['full-width letters', 'https://ｅvil.example/'],
    ['full-width letters in the site', 'https://portal.contoso.exampl\uff45/'],
    ['one slash after the scheme', 'https:/evil.example/'],
    ['none after the scheme', 'https:evil.example'],
    ['an empty host', 'https:///evil.example'],
    ['a backslash after the host', 'https://portal.contoso.example\\@evil.example/'],
    ['white space before it', ' https://portal.contoso.example/'],
    ['a null character', 'https://portal.contoso.example\u0000.evil.example/'],
    ['an end of a header', 'https://portal.contoso.example/\r\nset-cookie: a=b'],
    ['a relative path', 'orders'],
    ['nothing', ''],
    ['more than fits into a cookie', `${home}/${'a'.repeat(1000)}`],
  ])('is refused: %s', (_attack, asked) => {
    expect(returnAddress(asked, doorsConfig)).toBeUndefined();
  });

  it('that is a path is refused where no site is known that it could be of', () => {
    expect(returnAddress('/orders', { returnOrigins: [home] })).toBeUndefined();
  });

  it('is refused where there is no list', () => {
    expect(returnAddress(`${home}/`, { returnOrigins: [] })).toBeUndefined();
  });
});
