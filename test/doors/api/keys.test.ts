import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { apiKeyHash, apiKeyName, isApiKey, newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import { startApi, type ApiServer } from './apiServer.js';

const start = Date.parse('2026-03-01T12:00:00Z');
let clock = start;
let api: ApiServer;
beforeEach(async () => {
  clock = start;
  api = await startApi(undefined, { now: () => new Date(clock) });
});
afterEach(() => api.close());

const present = (authorization: string) => api.status('code', { authorization });
const letIn = { status: 503, body: { code: 'INV_DOOR_NOT_READY' } };

describe('An API key', () => {
  it('has 256 bits of chance, and is kept as its hash', () => {
    const keys = Array.from({ length: 50 }, newApiKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(isApiKey(key)).toBe(true);
    expect(keys[0]).toMatch(/^inv_[\w-]{43}$/);
    expect(apiKeyHash('inv_')).toBe('9901466208dd4002a3d80244cd8784193380052d0fbb0956f1589cfe348af461');
  });

  it('is known by its name, whichever of several it is', () => {
    const given = ['shop', 'portal', 'app'].map((name) => ({ name, key: newApiKey() }));
    const keys = given.map(({ name, key }) => ({ name, sha256: apiKeyHash(key) }));
    expect(given.map(({ key }) => apiKeyName(key, keys))).toEqual(['shop', 'portal', 'app']);
    expect(apiKeyName(newApiKey(), keys)).toBeUndefined();
    expect(apiKeyName(newApiKey(), [])).toBeUndefined();
  });

  it('lets in, however the scheme is written', async () => {
    expect(await present(`Bearer ${api.key}`)).toMatchObject(letIn);
    expect(await present(`bearer  ${api.key}`)).toMatchObject(letIn);
    expect(api.events()).toEqual([]);
  });

  it.each<[string, (key: string) => string]>([
    ['another', () => `Bearer ${newApiKey()}`],
    ['one with a letter too many', (key) => `Bearer ${key}x`],
    ['one with a letter less', (key) => `Bearer ${key.slice(0, -1)}`],
    ['its hash', (key) => `Bearer ${apiKeyHash(key)}`],
    ['two of them', (key) => `Bearer ${key} ${key}`],
    ['one of another scheme', (key) => `Basic ${key}`],
    ['one without a scheme', (key) => key],
    ['nothing', () => 'Bearer '],
    ['no header', () => ''],
  ])('is not replaced by %s', async (_name, header) => {
    const answer = await present(header(api.key));
    expect(answer).toMatchObject({ status: 401, body: { code: 'INV_API_UNAUTHORIZED' } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="invitations"/);
  });

  it('that is missing is no security event, one that is wrong is', async () => {
    expect((await present('')).headers.get('www-authenticate')).toBe('Bearer realm="invitations"');
    expect(api.events()).toEqual([]);
    const wrong = newApiKey();
    const answer = await present(`Bearer ${wrong}`);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="invitations", error="invalid_token"');
    expect(api.events()).toEqual(['tokenRefused']);
    expect(api.log()).not.toContain(wrong);
  });
});

describe('Whoever comes with wrong keys', () => {
  const guess = () => present(`Bearer ${newApiKey()}`);

  it('is told to wait after twenty, until ten minutes are over', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    clock += 60_000;
    const locked = await guess();
    expect(locked).toMatchObject({ status: 429, body: { code: 'INV_TOO_MANY_ATTEMPTS', retryAfter: 540 } });
    expect(locked.headers.get('retry-after')).toBe('540');
    await guess();
    expect(api.events().filter((event) => event === 'lockedOut')).toHaveLength(1);
    clock += 540_000;
    expect((await guess()).status).toBe(401);
  });

  it('is told apart from others behind the same proxy, and cannot pass for them', async () => {
    const from = (address: string) =>
      api.status('code', { authorization: `Bearer ${newApiKey()}`, 'x-forwarded-for': address });
    await Promise.all(Array.from({ length: 20 }, (_, time) => from(`203.0.113.${time}, 198.51.100.1`)));
    expect((await from('198.51.100.1')).status).toBe(429);
    expect((await from('198.51.100.2')).status).toBe(401);
  });

  it('keeps out nobody who has a right one', async () => {
    await Promise.all(Array.from({ length: 30 }, guess));
    expect(await present(`Bearer ${api.key}`)).toMatchObject(letIn);
  });
});
