import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invited, linksOf, person } from '../../service/redeem/visitors/people.js';
import { attackDoors, type Attacked } from './attacked.js';

const evil = 'https://evil.example';
const form = 'application/x-www-form-urlencoded';
let doors: Attacked;
beforeAll(async () => {
  doors = await attackDoors();
});
afterAll(() => doors.close());

/** Somebody who has only to press the button, and the token of the page they look at. */
async function aboutToAccept() {
  const target = await invited(doors.product);
  const browser = doors.browser(person(target.address));
  await browser.follow(`/register?invitation=${target.code}`);
  const { body } = await browser.signIn();
  const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { target, token, cookie };
}

const unchanged = async ({ id, contact }: { readonly id: string; readonly contact: string }) => {
  expect(await doors.product.read(id)).toMatchObject({ inv_redemptions: null });
  expect(await linksOf(doors.product, contact)).toEqual([]);
};

describe('a request that a page of another site makes accepts nothing', () => {
  /** Even where the attacker knew the token: each of these is refused by where it comes from, or by how it comes. */
  it.each<[string, number, Readonly<Record<string, string>>]>([
    ['a form', 403, { origin: evil, 'sec-fetch-site': 'cross-site', 'content-type': form }],
    ['a form of a browser that says its origin alone', 403, { origin: evil, 'content-type': form }],
    [
      'a form in a sandboxed frame',
      403,
      { origin: 'null', 'sec-fetch-site': 'cross-site', 'content-type': form },
    ],
    ['a form of a neighbour', 403, { 'sec-fetch-site': 'same-site', 'content-type': form }],
    ['a form without an origin', 403, { 'content-type': form }],
    ['a form with the origin null', 403, { origin: 'null', 'content-type': form }],
    ['an address typed by hand', 403, { 'sec-fetch-site': 'none', 'content-type': form }],
    [
      'the same site on another port',
      403,
      { origin: 'https://invite.contoso.example:8443', 'sec-fetch-site': 'same-site', 'content-type': form },
    ],
    [
      'the same site without encryption',
      403,
      { origin: 'http://invite.contoso.example', 'content-type': form },
    ],
    [
      'a site that ends like ours',
      403,
      { origin: 'https://evil-invite.contoso.example', 'sec-fetch-site': 'cross-site', 'content-type': form },
    ],
    ['text', 415, { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }],
    [
      'a form with parts',
      415,
      { 'sec-fetch-site': 'cross-site', 'content-type': 'multipart/form-data; boundary=a' },
    ],
    ['JSON', 415, { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }],
    ['something without a type', 415, { 'sec-fetch-site': 'same-origin', 'content-type': 'x/y' }],
  ])('%s (%d)', async (_name, status, headers) => {
    const { target, token, cookie } = await aboutToAccept();
    for (const path of ['/redeem', '/ask', '/sign-out', '/register', '/sign-in']) {
      const body = new URLSearchParams({ token, provider: 'contoso', code: 'another' }).toString();
      const answer = await doors.send({ method: 'POST', path, headers: { ...headers, cookie }, body });
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    await unchanged(target);
  });

  it.each<[string, (token: string) => string]>([
    ['no token', () => ''],
    ['an empty token', () => 'token='],
    ['a token that is nearly right', (token) => `token=${token.slice(0, -1)}`],
    ['a token in other case', (token) => `token=${token.toLowerCase()}`],
    ['an empty token before the right one', (token) => `token=&token=${token}`],
    ['the token in a list', (token) => `token[]=${token}`],
    ['the token of nobody', () => 'token=undefined'],
  ])('of our own page with %s', async (_name, body) => {
    const { target, token, cookie } = await aboutToAccept();
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': form, cookie };
    const answer = await doors.send({ method: 'POST', path: '/redeem', headers, body: body(token) });
    expect(answer.status).toBe(403);
    await unchanged(target);
  });

  it('with the token in the address, in a header, or in a cookie', async () => {
    const { target, token, cookie } = await aboutToAccept();
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': form,
      cookie: `${cookie}; token=${token}`,
      'x-csrf-token': token,
    };
    const answer = await doors.send({ method: 'POST', path: `/redeem?token=${token}`, headers, body: 'a=b' });
    expect(answer.status).toBe(403);
    await unchanged(target);
  });

  it('to the API: a browser brings nothing along that the API takes', async () => {
    const { target, cookie } = await aboutToAccept();
    const body = JSON.stringify({ code: target.code, contactId: target.contact });
    for (const type of ['application/json', 'text/plain', form]) {
      const headers = { cookie, origin: evil, 'content-type': type };
      const { status } = await doors.send({ method: 'POST', path: '/api/redemptions', headers, body });
      expect(status).toBe(401);
    }
    const preflight = { origin: evil, 'access-control-request-method': 'POST' };
    for (const path of ['/api/redemptions', '/redeem', '/register']) {
      const { headers } = await doors.send({ method: 'OPTIONS', path, headers: preflight });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    await unchanged(target);
  });
});

it('The same form of our own page is taken: the refusals above are not for another reason', async () => {
  const { target, token, cookie } = await aboutToAccept();
  const headers = { origin: 'null', 'sec-fetch-site': 'same-origin', 'content-type': form, cookie };
  const answer = await doors.send({ method: 'POST', path: '/redeem', headers, body: `token=${token}` });
  expect([answer.status, answer.headers.location]).toEqual([303, '/redeemed']);
  expect(await doors.product.read(target.id)).toMatchObject({ inv_redemptions: 1 });
});
