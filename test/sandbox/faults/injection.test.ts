import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from '../server/webApi.js';

const waited: number[] = [];
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    developmentTokens: true,
    wait: async (milliseconds) => void waited.push(milliseconds),
  });
});
afterEach(() => {
  sandbox.faults.clear();
  waited.length = 0;
});
afterAll(() => sandbox.close());

const createContact = (lastname: string) => call(sandbox, 'POST', 'contacts', { body: { lastname } });
const count = async (lastname: string) =>
  Number(
    (await call(sandbox, 'GET', `contacts?$filter=lastname eq '${lastname}'&$count=true`)).json[
      '@odata.count'
    ],
  );

describe('an injected fault', () => {
  it('drops the connection before anything is executed', async () => {
    sandbox.faults.add({ method: 'POST', url: '/contacts$', times: 1, failure: { kind: 'dropBefore' } });
    await expect(createContact('Dropped before')).rejects.toThrow('fetch failed');
    expect(await count('Dropped before')).toBe(0);
    expect((await createContact('Dropped before')).status).toBe(204);
  });

  it('drops the connection after the commit: executed, but the client never learns', async () => {
    sandbox.faults.add({ method: 'POST', times: 1, failure: { kind: 'dropAfter' } });
    await expect(createContact('Dropped after')).rejects.toThrow('fetch failed');
    expect(await count('Dropped after')).toBe(1);
    expect(sandbox.counters.snapshot().statuses).toMatchObject({ dropped: expect.any(Number) });
  });

  it.each([
    ['429', { kind: 'throttled', limit: 'concurrency', retryAfter: 4 }, 429, '4', '0x80072326'],
    ['503', { kind: 'unavailable', retryAfter: 9 }, 503, '9', '0x80040216'],
    ['504', { kind: 'unavailable', status: 504 }, 504, null, '0x80040216'],
    ['an HTML 502', { kind: 'badGateway' }, 502, null, undefined],
    [
      'an error of choice',
      { kind: 'error', status: 400, code: '0x80048306', message: 'No.' },
      400,
      null,
      '0x80048306',
    ],
  ] as const)('answers %s and executes nothing', async (name, failure, status, retryAfter, code) => {
    sandbox.faults.add({ method: 'POST', failure });
    const answer = await createContact(name);
    expect([answer.status, answer.headers.get('retry-after'), answer.code]).toEqual([
      status,
      retryAfter,
      code,
    ]);
    expect(await count(name)).toBe(0);
  });

  it('answers 401 with an empty body and a challenge', async () => {
    sandbox.faults.add({ times: 1, failure: { kind: 'unauthorized' } });
    const answer = await call(sandbox, 'GET', 'WhoAmI');
    expect([answer.status, answer.text, answer.headers.has('www-authenticate')]).toEqual([401, '', true]);
  });

  it('delays before and after executing', async () => {
    sandbox.faults.add({ delayBefore: 1500, delayAfter: 2500, times: 1 });
    expect((await call(sandbox, 'GET', 'WhoAmI')).status).toBe(200);
    expect(waited).toEqual([1500, 0, 2500]);
  });

  it('is found by the text of a part inside a batch', async () => {
    sandbox.faults.add({ body: 'POST contacts', failure: { kind: 'unavailable' } });
    const batch = (operation: string) =>
      call(sandbox, 'POST', '$batch', {
        headers: { 'content-type': 'multipart/mixed;boundary=b' },
        body: `--b\r\nContent-Type: application/http\r\n\r\n${operation} HTTP/1.1\r\n\r\n--b--`,
      });
    expect((await batch('POST contacts')).status).toBe(503);
    expect((await batch('GET contacts')).status).toBe(200);
  });

  it('expires delta tokens, and only touches requests that carry one', async () => {
    const tracked = { headers: { prefer: 'odata.track-changes' } };
    const first = await call(sandbox, 'GET', 'contacts?$select=lastname', tracked);
    const link = new URL(String(first.json['@odata.deltaLink']));
    sandbox.faults.add({ failure: { kind: 'expiredDeltaToken' } });
    expect(await call(sandbox, 'GET', link.pathname + link.search)).toMatchObject({
      status: 400,
      code: '0x80044352',
    });
    expect((await call(sandbox, 'GET', 'contacts?$select=lastname', tracked)).status).toBe(200);
  });

  it('reaches the token endpoint too', async () => {
    const body =
      'grant_type=client_credentials&client_id=5e7f1c3a-0000-4000-8000-00000000c11d&client_secret=sandbox-secret&scope=x/.default';
    const ask = () => call(sandbox, 'POST', '/contoso/oauth2/v2.0/token', { as: null, body });
    sandbox.faults.set([
      { url: '/oauth2/v2.0/token$', times: 1, failure: { kind: 'unavailable' } },
      { url: '/oauth2/v2.0/token$', times: 1, failure: { kind: 'dropBefore' } },
    ]);
    expect((await ask()).status).toBe(503);
    await expect(ask()).rejects.toThrow('fetch failed');
    expect((await ask()).status).toBe(200);
  });
});
