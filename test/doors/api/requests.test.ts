import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startProduct, type Product } from '../../service/product/product.js';
import { startApi, type ApiServer, type Asked } from './apiServer.js';
import type { Answered } from './described.js';

let product: Product;
let api: ApiServer;
beforeAll(async () => {
  product = await startProduct();
  api = await startApi(product.context);
});
afterAll(async () => {
  await api.close();
  await product.close();
});

const contactId = randomUUID();
const identity = { issuer: 'https://login.contoso.example', subject: 's', provider: 'Contoso' };
const errorsOf = ({ body }: Answered) => (body as { errors: { at: string; problem: string }[] }).errors;

describe('A body that cannot be understood is refused, and the problem says where:', () => {
  it.each<[string, unknown, string, string | RegExp]>([
    ['no code', { contactId }, '/code', 'is missing'],
    ['a code that is no text', { code: 7, contactId }, '/code', 'must be a string'],
    ['an empty code', { code: '', contactId }, '/code', 'is empty'],
    [
      'a code that is too long',
      { code: 'x'.repeat(2001), contactId },
      '/code',
      'is longer than 2000 characters',
    ],
    ['nobody', { code: 'c' }, '', 'must have either contactId or identity'],
    ['two people', { code: 'c', contactId, identity }, '', 'must have either contactId or identity'],
    ['a contact without an id', { code: 'c', contactId: 'Carla' }, '/contactId', 'is no GUID'],
    ['an unknown property', { code: 'c', contactId, redeemer: 1 }, '', /nobody knows: redeemer$/],
    ['one within', { code: 'c', identity: { ...identity, email: 'x' } }, '/identity', /nobody knows: email$/],
    [
      'no subject',
      { code: 'c', identity: { ...identity, subject: undefined } },
      '/identity/subject',
      'is missing',
    ],
    [
      'control characters',
      { code: 'c', identity: { ...identity, name: 'a\r\nb' } },
      '/identity/name',
      'holds control characters',
    ],
    [
      'an address that is none',
      { code: 'c', identity: { ...identity, verifiedEmail: 'carla' } },
      '/identity/verifiedEmail',
      'is no address',
    ],
    [
      'an IP address that is none',
      { code: 'c', contactId, ipAddress: '1.2.3' },
      '/ipAddress',
      'is no IP address',
    ],
    ['a list', [], '', 'must be an object'],
    ['nothing', 'null', '', 'must be an object'],
  ])('%s', async (_name, body, at, problem) => {
    const answer = await api.redeem(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'INV_API_REQUEST_INVALID' } });
    expect(errorsOf(answer)).toEqual([
      { at, problem: typeof problem === 'string' ? problem : expect.stringMatching(problem) },
    ]);
  });

  it('and repeats neither values nor names that are no slip', async () => {
    const secret = randomUUID();
    const answer = await api.redeem({
      code: 'c',
      contactId: secret.slice(1),
      [secret]: 1,
      ipAddress: secret,
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain(secret.slice(1));
  });

  it.each<[string, string]>([
    ['half of it', '{"code":"c'],
    ['nothing at all', ''],
    ['a prototype', `{"code":"c","contactId":"${contactId}","__proto__":{"outcome":"redeemed"}}`],
  ])('%s', async (_name, body) => {
    const answer = await api.redeem(body);
    expect(answer).toMatchObject({ status: 400, body: { detail: 'The body is not JSON.' } });
  });
});

describe('Headers that cannot be understood are refused:', () => {
  it.each([
    ['an empty key', ''],
    ['a key with spaces', 'a b'],
    ['a key of 256 characters', 'k'.repeat(256)],
    ['a key with letters beyond ASCII', 'schlüssel'],
  ])('%s', async (_name, key) => {
    const answer = await api.redeem({ code: 'c', contactId }, { 'idempotency-key': key });
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual([
      { at: 'Idempotency-Key', problem: expect.stringMatching(/^must be 1 to 255/) },
    ]);
  });

  it('a key of 255 characters is none of them', async () => {
    const answer = await api.redeem({ code: 'c', contactId }, { 'idempotency-key': '~'.repeat(255) });
    expect(answer.status).toBe(404);
  });

  it('no code, and a person’s address that is none', async () => {
    expect(errorsOf(await api.ask('/api/invitations/status'))).toEqual([
      { at: 'Invitation-Code', problem: 'is missing' },
    ]);
    expect(errorsOf(await api.status('c', { 'person-address': 'here' }))).toEqual([
      { at: 'Person-Address', problem: 'is no IP address' },
    ]);
  });
});

describe('Whatever else is refused is a problem too:', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  it.each<[string, string, Asked, number, Record<string, string>?]>([
    ['a form', '/api/redemptions', { method: 'POST', headers: form, body: 'code=c' }, 415],
    [
      'text',
      '/api/redemptions',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
      415,
    ],
    [
      'more than 16 kB',
      '/api/redemptions',
      { method: 'POST', body: JSON.stringify({ code: 'x'.repeat(16_384) }) },
      413,
    ],
    ['another method', '/api/redemptions', {}, 405, { allow: 'POST' }],
    [
      'a method with a body',
      '/api/redemptions',
      { method: 'PUT', headers: form, body: 'x' },
      405,
      { allow: 'POST' },
    ],
    ['a question what is allowed', '/api/redemptions', { method: 'OPTIONS' }, 405, { allow: 'POST' }],
    ['writing to the status', '/api/invitations/status', { method: 'DELETE' }, 405, { allow: 'GET, HEAD' }],
    [
      'writing to the document',
      '/api/openapi.json',
      { method: 'POST', body: {} },
      405,
      { allow: 'GET, HEAD' },
    ],
    ['another address', '/api/nothing', {}, 404],
    ['the place itself', '/api/', { method: 'POST', body: {} }, 404],
    [
      'a form of another site',
      '/api/redemptions',
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
      415,
    ],
  ])('%s', async (_name, path, asked, status, headers = {}) => {
    const answer = await api.ask(path, asked);
    expect(answer).toMatchObject({ status, body: { status, code: 'INV_API_REQUEST_INVALID' } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value);
  });
});

it('An address in other letters, or with a slash at its end, is the same', async () => {
  const answers = await Promise.all(
    ['/API/Errors', '/api/errors/'].map(async (path) => (await fetch(api.url + path)).status),
  );
  expect(answers).toEqual([200, 200]);
});

it('No answer is kept by a cache, run by a browser or framed', async () => {
  const answers = [
    await api.redeem({}),
    await api.status('c'),
    await api.ask('/api/nothing'),
    await api.ask('/api/openapi.json'),
  ];
  for (const { headers } of answers) {
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  }
});

it('Where nobody may use it there is no API', async () => {
  const none = await startApi(product.context, { config: { keys: [] } });
  try {
    const answer = await fetch(`${none.url}/api/openapi.json`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringMatching('html')]);
  } finally {
    await none.close();
  }
});
