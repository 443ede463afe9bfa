import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from './webApi.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true, admin: true });
});
afterAll(() => sandbox.close());

const admin = (method: string, path: string, body?: object) =>
  call(sandbox, method, `/sandbox/admin/${path}`, { as: null, ...(body === undefined ? {} : { body }) });

describe('the admin endpoint', () => {
  it('is not there unless asked for', async () => {
    const plain = await startSandbox({});
    try {
      expect((await call(plain, 'GET', '/sandbox/admin/clock', { as: null })).status).toBe(404);
    } finally {
      await plain.close();
    }
  });

  it('sets and advances the clock, which rows are dated by', async () => {
    expect((await admin('PUT', 'clock', { now: '2030-01-31T10:00:00Z' })).json['now']).toMatch(
      /^2030-01-31T10:00:0/,
    );
    await admin('PUT', 'clock', { advanceSeconds: 86_400 });
    const created = await call(sandbox, 'POST', 'contacts', {
      body: { lastname: 'Future' },
      headers: { prefer: 'return=representation' },
    });
    expect(created.json['createdon']).toMatch(/^2030-02-01T10:00:/);
  });

  it('shows, replaces and adds faults, and how often each has applied', async () => {
    await admin('PUT', 'faults', {
      rules: [{ url: 'WhoAmI', times: 1, failure: { kind: 'throttled', retryAfter: 2 } }],
    });
    await admin('POST', 'faults', { method: 'DELETE', failure: { kind: 'dropAfter' } });
    expect((await call(sandbox, 'GET', 'WhoAmI')).headers.get('retry-after')).toBe('2');
    expect((await admin('GET', 'faults')).json['rules']).toEqual([
      expect.objectContaining({
        url: 'WhoAmI',
        times: 1,
        applied: 1,
        failure: { kind: 'throttled', limit: 'requests', as: 'seconds', retryAfter: 2 },
      }),
      expect.objectContaining({ method: 'DELETE', applied: 0 }),
    ]);
    await admin('PUT', 'faults', { rules: [] });
  });

  it('changes single protection limits', async () => {
    const { json } = await admin('PUT', 'protection', { enabled: true, requests: 2 });
    expect(json).toEqual({
      enabled: true,
      windowSeconds: 300,
      requests: 2,
      executionMilliseconds: 1_200_000,
      concurrency: 52,
      retryAfterStepSeconds: 1,
      operationMilliseconds: 0,
      dopHint: 10,
    });
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await call(sandbox, 'GET', 'WhoAmI')).status);
    expect(statuses).toEqual([200, 200, 429]);
    await admin('PUT', 'protection', { enabled: false });
  });

  it('counts requests and operations, by method, status and caller', async () => {
    await admin('DELETE', 'counters');
    await call(sandbox, 'GET', 'WhoAmI');
    await call(sandbox, 'GET', 'nothings', { as: 'dev-reader' });
    await call(sandbox, 'GET', 'WhoAmI', { as: 'nobody' });
    expect((await admin('GET', 'counters')).json).toEqual({
      requests: 3,
      operations: 2,
      statuses: { 200: 1, 404: 1, 401: 1 },
      methods: { GET: 2 },
      callers: {
        [developmentUsers.admin.id]: { requests: 1, operations: 1, refused: 0, dropped: 0 },
        [developmentUsers.reader.id]: { requests: 1, operations: 1, refused: 0, dropped: 0 },
      },
    });
  });

  it('counts for each caller what was refused and what was dropped', async () => {
    await admin('DELETE', 'counters');
    await admin('PUT', 'faults', {
      rules: [
        { times: 1, failure: { kind: 'throttled' } },
        { times: 1, failure: { kind: 'dropBefore' } },
        { times: 1, failure: { kind: 'dropAfter' } },
      ],
    });
    await call(sandbox, 'GET', 'WhoAmI', { as: 'dev-service' });
    for (let at = 0; at < 2; at += 1)
      await expect(call(sandbox, 'GET', 'contacts', { as: 'dev-reader' })).rejects.toThrow('fetch failed');
    expect((await admin('GET', 'counters')).json['callers']).toEqual({
      [developmentUsers.service.id]: { requests: 0, operations: 0, refused: 1, dropped: 0 },
      [developmentUsers.reader.id]: { requests: 1, operations: 1, refused: 0, dropped: 2 },
    });
    await admin('PUT', 'faults', { rules: [] });
  });

  it('changes the degree of parallelism that answers recommend', async () => {
    await admin('PUT', 'protection', { dopHint: 3 });
    expect((await call(sandbox, 'GET', 'WhoAmI')).headers.get('x-ms-dop-hint')).toBe('3');
    await admin('PUT', 'protection', { dopHint: 10 });
  });

  it('makes the mailbox stick', async () => {
    expect((await admin('PUT', 'mailbox', { stuck: true })).json).toEqual({ stuck: true });
    expect(sandbox.switches.mailboxStuck).toBe(true);
  });

  it('resets every switch, and keeps the rows', async () => {
    await admin('PUT', 'faults', { rules: [{ failure: { kind: 'badGateway' } }] });
    await admin('PUT', 'clock', { now: '2031-01-01T00:00:00Z' });
    await admin('POST', 'reset');
    expect((await admin('GET', 'mailbox')).json).toEqual({ stuck: false });
    expect((await admin('GET', 'counters')).json).toMatchObject({ requests: 0, operations: 0 });
    const drift = Date.parse(String((await admin('GET', 'clock')).json['now'])) - Date.now();
    expect(Math.abs(drift)).toBeLessThan(5000);
    expect(
      (await call(sandbox, 'GET', "contacts?$filter=lastname eq 'Future'&$count=true")).json['@odata.count'],
    ).toBe(1);
  });

  it.each([
    ['clock', {}],
    ['clock', { now: 'tomorrow' }],
    ['faults', { rules: [{ failure: { kind: 'fire' } }] }],
    ['faults', { rules: [{ url: '(' }] }],
    ['protection', { requests: -1 }],
    ['protection', { requets: 1 }],
    ['mailbox', { stuck: 'yes' }],
  ])('refuses %s %j with a sentence', async (path, body) => {
    const answer = await admin('PUT', path, body);
    expect(answer.status).toBe(400);
    expect(answer.json['errors']).toEqual([expect.stringMatching(/\S+ \S+/)]);
  });
});
