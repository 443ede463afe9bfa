import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceUser } from '../../../sandbox/dataverse/install/serviceUsers.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';

/** Waits that last until the test ends them. */
const held: { readonly milliseconds: number; readonly end: () => void }[] = [];
const endAll = (): void => {
  for (const { end } of held.splice(0)) end();
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    developmentTokens: true,
    serviceUsers: 2,
    users: [
      { name: 'service', roles: ['Basic User'] },
      { name: 'service2', roles: ['Basic User'] },
    ],
    wait: (milliseconds) =>
      milliseconds === 0
        ? Promise.resolve()
        : new Promise((resolve) => held.push({ milliseconds, end: resolve })),
  });
});
afterEach(() => {
  endAll();
  sandbox.faults.clear();
  sandbox.protection.enabled = false;
});
afterAll(() => sandbox.close());

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise(setImmediate);
};

/** Sends a request and tells what comes, as it comes. */
function watch(method: string, path: string, body = '') {
  const seen = { status: 0, promised: 0, text: '', ended: false, broken: false };
  const { hostname, port } = new URL(sandbox.url);
  const headers = { authorization: 'Bearer dev-admin', 'content-type': 'application/json' };
  const request = httpRequest(
    { hostname, port, method, path: `/api/data/v9.2/${path}`, headers },
    (response) => {
      seen.status = response.statusCode ?? 0;
      seen.promised = Number(response.headers['content-length']);
      response.setEncoding('utf8');
      response.on('data', (text: string) => (seen.text += text));
      response.on('end', () => (seen.ended = true));
      response.on('error', () => (seen.broken = true));
    },
  );
  request.on('error', () => (seen.broken = true));
  request.end(body);
  return seen;
}

describe('an answer that is spoiled after the work is done', () => {
  it('stalls in the middle of its body, and goes on when the time is over', async () => {
    sandbox.faults.add({ times: 1, failure: { kind: 'slowBody', milliseconds: 60_000 } });
    const seen = watch('GET', 'WhoAmI');
    await until(() => seen.text !== '' && held.length > 0);
    expect([seen.status, seen.ended, seen.text.length < seen.promised]).toEqual([200, false, true]);
    expect(held.map(({ milliseconds }) => milliseconds)).toEqual([60_000]);
    endAll();
    await until(() => seen.ended);
    expect(JSON.parse(seen.text)).toMatchObject({ UserId: developmentUsers.admin.id });
  });

  it('stalls for ever when no time is given', async () => {
    sandbox.faults.add({ times: 1, failure: { kind: 'slowBody' } });
    const seen = watch('GET', 'WhoAmI');
    await until(() => seen.text !== '' && held.length > 0);
    expect(held.map(({ milliseconds }) => milliseconds)).toEqual([Infinity]);
    endAll();
    await until(() => seen.ended);
  });

  it('is cut in the middle of a batch, whose work stays done', async () => {
    sandbox.faults.add({ times: 1, url: '\\$batch', failure: { kind: 'truncated' } });
    const lastname = 'Truncated';
    const answer = fetch(`${sandbox.url}/api/data/v9.2/$batch`, {
      method: 'POST',
      headers: { authorization: 'Bearer dev-admin', 'content-type': 'multipart/mixed;boundary=b' },
      body: `--b\r\nContent-Type: application/http\r\n\r\nPOST contacts HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ lastname })}\r\n--b--`,
    }).then(async (response) => [response.status, await response.text()]);
    await expect(answer).rejects.toThrow('terminated');
    const found = await call(sandbox, 'GET', `contacts?$select=lastname&$filter=lastname eq '${lastname}'`);
    expect(found.json['value']).toHaveLength(1);
    expect(sandbox.counters.snapshot().callers[developmentUsers.admin.id]?.dropped).toBeGreaterThan(0);
  });

  it('that has no body never comes when it is truncated', async () => {
    const id = await create(sandbox, 'contacts', { lastname: 'Before' });
    sandbox.faults.add({ times: 1, method: 'PATCH', failure: { kind: 'truncated' } });
    const seen = watch('PATCH', `contacts(${id})`, JSON.stringify({ lastname: 'After' }));
    await until(() => seen.broken);
    expect(seen.status).toBe(0);
    expect((await call(sandbox, 'GET', `contacts(${id})`)).json['lastname']).toBe('After');
  });
});

describe('a fault rule', () => {
  it('may be for one caller alone, at the token endpoint too', async () => {
    const { id, applicationId } = serviceUser(2);
    sandbox.faults.add({ user: id.toUpperCase(), failure: { kind: 'unavailable' } });
    const statuses = await Promise.all(
      ['dev-service', 'dev-service2'].map(
        async (as) => (await call(sandbox, 'GET', 'WhoAmI', { as })).status,
      ),
    );
    expect(statuses).toEqual([200, 503]);
    const ask = async (clientId: string) =>
      (
        await call(sandbox, 'POST', '/contoso/oauth2/v2.0/token', {
          as: null,
          body: `grant_type=client_credentials&client_id=${clientId}&client_secret=sandbox-secret&scope=x/.default`,
        })
      ).status;
    expect([await ask(serviceUser(1).applicationId), await ask(applicationId)]).toEqual([200, 503]);
  });

  it('may hold requests at work until the limit of concurrent ones is reached', async () => {
    sandbox.protection.enabled = true;
    sandbox.protection.setLimits({ concurrency: 2 });
    sandbox.faults.add({ times: 2, work: 30_000 });
    const running = [1, 2].map(() => call(sandbox, 'GET', 'WhoAmI', { as: 'dev-service' }));
    await until(() => held.length === 2);
    expect(await call(sandbox, 'GET', 'WhoAmI', { as: 'dev-service' })).toMatchObject({
      status: 429,
      code: '0x80072326',
    });
    endAll();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('may refuse the updates of one row, as a plug-in would', async () => {
    const [broken, sound] = [
      await create(sandbox, 'contacts', { lastname: 'Broken' }),
      await create(sandbox, 'contacts', { lastname: 'Sound' }),
    ];
    sandbox.faults.add({
      body: `PATCH [^ ]*contacts\\(${broken}\\)`,
      failure: { kind: 'error', status: 400, code: '0x80040265', message: 'The plug-in says no.' },
    });
    const update = (id: string) =>
      call(sandbox, 'POST', '$batch', {
        headers: { 'content-type': 'multipart/mixed;boundary=b' },
        body: `--b\r\nContent-Type: application/http\r\n\r\nPATCH contacts(${id}) HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"lastname":"New"}\r\n--b--`,
      });
    expect([(await update(broken)).status, (await update(sound)).status]).toEqual([400, 200]);
  });
});

describe('the Date of an answer', () => {
  it("is the organization's time, of a 401 too", async () => {
    sandbox.clock.set(new Date('2031-05-06T07:08:09Z'));
    const dates = await Promise.all(
      ['dev-admin', 'nobody'].map(async (as) =>
        (await call(sandbox, 'GET', 'WhoAmI', { as })).headers.get('date'),
      ),
    );
    for (const date of dates) expect(date).toMatch(/^Tue, 06 May 2031 07:08:/);
  });
});
