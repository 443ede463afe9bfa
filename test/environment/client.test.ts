import { afterEach, describe, expect, it } from '@jest/globals';
import type { Environment } from '../../scripts/environment/environment.js';
import { openEnvironment } from '../../scripts/environment/openEnvironment.js';
import { type Reply, startScriptedServer } from '../service/door/scriptedServer.js';

const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of clean.splice(0)) await step();
});

/** An environment behind a server that follows a script, with a clock that only notes how long one would have waited. */
async function scripted(...script: Reply[]) {
  const server = await startScriptedServer(...script);
  clean.push(() => server.close());
  const waits: number[] = [];
  const environment = await openEnvironment({
    url: server.url,
    variables: { DATAVERSE_TOKEN: 'a-secret-token' },
    // Under load an answer may take its time; only silence is waited for to the end.
    timeout: script.includes('silence') ? 200 : 20_000,
    clock: {
      now: () => 0,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
    },
  });
  return { server, environment, waits };
}

const rows = (value: readonly unknown[], more = {}): Reply => ({ status: 200, body: { value, ...more } });
const busy = (status: number, seconds?: number): Reply => ({
  status,
  ...(seconds === undefined ? {} : { headers: { 'retry-after': String(seconds) } }),
  body: { error: { code: '0x80072322', message: 'Too many' } },
});
const done: Reply = { status: 204 };

describe('the environment of a script', () => {
  it('asks with the token and what the Web API asks for', async () => {
    const { environment, server } = await scripted(rows([{ a: 1 }]));
    expect(await environment.all("solutions?$filter=uniquename eq 'ü'")).toEqual([{ a: 1 }]);
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      path: "solutions?$filter=uniquename eq 'ü'",
      headers: { authorization: 'Bearer a-secret-token', 'odata-version': '4.0' },
    });
  });

  it('follows links to further pages of the same environment alone', async () => {
    const { environment, server } = await scripted(
      rows([1], { '@odata.nextLink': 'https://elsewhere.example/api/data/v9.2/rows' }),
    );
    await expect(environment.all('rows')).rejects.toThrow('leads away from the environment');
    expect(server.received).toHaveLength(1);
  });

  type Ask = (environment: Environment) => Promise<unknown>;
  const get: Ask = (environment) => environment.get('WhoAmI');
  const post: Ask = (environment) => environment.send('POST', 'rows', { name: 'x' });
  const put: Ask = (environment) => environment.send('PUT', 'rows(1)', { name: 'x' });
  const putIfMatch: Ask = (environment) => environment.send('PUT', 'rows(1)', {}, { 'If-Match': 'W/"1"' });

  it.each([
    { what: 'a read turned away', ask: get, script: [busy(429, 7), rows([])], waited: [7_000] },
    { what: 'a write turned away', ask: post, script: [busy(429, 7), done], waited: [7_000] },
    { what: 'a write declined for now', ask: post, script: [busy(503, 3), done], waited: [3_000] },
    { what: 'a read that met a fault', ask: get, script: [busy(502, 1), rows([])], waited: [1_000] },
    { what: 'a PUT that met a fault', ask: put, script: [busy(502, 1), done], waited: [1_000] },
  ])('repeats $what, after as long as it is told', async ({ ask, script, waited }) => {
    const { environment, server, waits } = await scripted(...script);
    await ask(environment);
    expect(waits).toEqual(waited);
    expect(server.left()).toBe(0);
  });

  it.each([
    { what: 'a POST that met a fault', ask: post, script: [busy(502)], status: 502 },
    { what: 'a PUT on a condition that met a fault', ask: putIfMatch, script: [busy(500)], status: 500 },
    { what: 'what was refused', ask: get, script: [busy(403)], status: 403 },
    { what: 'what the network lost', ask: post, script: ['reset' as const], status: undefined },
    { what: 'what nobody answers', ask: get, script: ['silence' as const], status: undefined },
  ])('does not repeat $what', async ({ ask, script, status }) => {
    const { environment, server } = await scripted(...script);
    await expect(ask(environment)).rejects.toMatchObject({ name: 'EnvironmentError', status });
    expect(server.received).toHaveLength(1);
  });

  it('gets another token when the last is not accepted, once', async () => {
    const refused: Reply = { status: 401, body: { error: { code: '0x0', message: 'No user.' } } };
    const { environment, server } = await scripted(refused, refused);
    await expect(environment.get('WhoAmI')).rejects.toThrow(/does not accept the sign-in: No user\./);
    expect(server.received).toHaveLength(2);
  });

  it('says that nobody answers, and by when', async () => {
    const { environment } = await scripted('silence');
    await expect(environment.get('WhoAmI')).rejects.toThrow('does not answer: no answer within 0.2 s');
  });

  it('reads every page', async () => {
    // The address of the server is known by the time that it answers.
    const first = {
      value: ['A', 'B'],
      get '@odata.nextLink'() {
        return `${environment.url}/api/data/v9.2/accounts?$skiptoken=2`;
      },
    };
    const { environment, server } = await scripted({ status: 200, body: first }, rows(['C']));
    expect(await environment.all('accounts')).toEqual(['A', 'B', 'C']);
    expect(server.received.map(({ path }) => path)).toEqual(['accounts', 'accounts?$skiptoken=2']);
  });

  it('gives up on a read after five faults', async () => {
    const { environment, waits } = await scripted(...Array.from({ length: 5 }, () => busy(503)));
    await expect(environment.get('WhoAmI')).rejects.toMatchObject({ status: 503 });
    expect(waits).toHaveLength(4);
  });

  it('tells in a sentence what failed, without what was sent', async () => {
    const refusal: Reply = {
      status: 400,
      body: { error: { code: '0x80040203', message: "The value 'hunter2-hunter2' is invalid." } },
    };
    const { environment } = await scripted(refusal);
    await expect(
      environment.send('POST', "rows?$filter=name eq 'secret'", { password: 'hunter2-hunter2' }),
    ).rejects.toMatchObject({
      message: "POST rows failed (400): The value '…' is invalid.",
      status: 400,
      code: '0x80040203',
    });
  });

  it('knows a page that is not of Dataverse', async () => {
    const { environment } = await scripted({ status: 200, body: '<html>Sign in</html>' });
    await expect(environment.get('WhoAmI')).rejects.toThrow(
      'GET WhoAmI failed (200): the answer is no JSON; is this the address of an environment?',
    );
  });

  it.each([
    ['http://contoso.crm.dynamics.com', 'must begin with https://'],
    ['contoso', 'must be an address'],
    ['https://me:hunter2@contoso.crm.dynamics.com', 'must not contain a user name'],
  ])('does not open %s', async (url, problem) => {
    const opened = openEnvironment({ url, variables: { DATAVERSE_TOKEN: 't' } });
    await expect(opened).rejects.toThrow(problem);
    await expect(opened).rejects.not.toThrow('hunter2');
  });
});
