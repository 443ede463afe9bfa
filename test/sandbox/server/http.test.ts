import { connect } from 'node:net';
import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from './webApi.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true, dopHint: 7 });
});
afterAll(() => sandbox.close());

describe('every answer', () => {
  it('carries the headers of the Web API', async () => {
    const answer = await call(sandbox, 'GET', 'WhoAmI');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'odata-version': '4.0',
      'content-type': 'application/json; odata.metadata=minimal',
      'x-ms-service-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-ms-dop-hint': '7',
    });
  });

  it('links to itself by the name the client called it', async () => {
    const port = new URL(sandbox.url).port;
    const answer = await call({ url: `http://localhost:${port}` }, 'GET', 'contacts?$select=fullname');
    expect(answer.json['@odata.context']).toBe(
      `http://localhost:${port}/api/data/v9.2/$metadata#contacts(fullname)`,
    );
  });

  it.each(['v9.0', 'v9.1', 'v9.2'])('comes from %s as well, and links to it', async (version) => {
    const answer = await call(sandbox, 'GET', `/api/data/${version}/contacts?$select=fullname`);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.json['@odata.context']).toBe(
      `${sandbox.url}/api/data/${version}/$metadata#contacts(fullname)`,
    );
  });
});

describe('an error', () => {
  it('is a code and a message', async () => {
    const answer = await call(sandbox, 'GET', 'nothings');
    expect(answer).toMatchObject({
      status: 404,
      json: { error: { code: '0x8006088a', message: "Resource not found for the segment 'nothings'." } },
    });
    expect(Object.keys(answer.json['error'] as object)).toEqual(['code', 'message']);
  });

  it.each(['*', 'Microsoft.PowerApps.CDS.*', 'OData.Community.*,Microsoft.PowerApps.CDS.*'])(
    'has its details when the client asks for annotations %s',
    async (annotations) => {
      const answer = await call(sandbox, 'GET', 'nothings', {
        headers: { prefer: `odata.include-annotations="${annotations}"` },
      });
      expect(answer.json['error']).toMatchObject({
        '@Microsoft.PowerApps.CDS.HelpLink': expect.stringContaining('0x8006088a'),
        '@Microsoft.PowerApps.CDS.InnerError.Message': "Resource not found for the segment 'nothings'.",
      });
    },
  );

  it.each([
    ['a path outside the Web API', 'GET', '/api/data/v8.0/contacts', 404, '0x8006088a'],
    ['a path that is nothing', 'GET', '/nothing', 404, '0x8006088a'],
    ['a method that OData has not', 'OPTIONS', 'contacts', 405, '0x80060888'],
    ['a malformed escape', 'GET', 'contacts?$filter=%zz', 400, '0x80060888'],
    [
      'an action that is called with GET',
      'GET',
      'workflows(00000000-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.ExecuteWorkflow',
      404,
      '0x80040217',
    ],
    ['a function that is posted', 'POST', 'WhoAmI', 405, '0x80060888'],
    [
      'a message that nobody has',
      'POST',
      'contacts(00000000-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.Nothing',
      404,
      '0x8006088a',
    ],
    ['a message that is not emulated', 'POST', 'Merge', 501, 'SandboxNotEmulated'],
  ])('%s', async (_, method, path, status, code) => {
    expect(await call(sandbox, method, path)).toMatchObject({ status, code });
  });

  it.each([['{'], ['[]'], ['"text"'], ['null']])('an action body that is no object: %s', async (body) => {
    const row = 'emails(00000000-0000-4000-8000-000000000001)';
    const answer = await call(sandbox, 'POST', `InstantiateTemplate`, {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 400, code: '0x80048d19' });
    expect(
      (await call(sandbox, 'POST', `${row}/Microsoft.Dynamics.CRM.SendEmail`, { body })).status,
    ).toBeGreaterThanOrEqual(400);
  });
});

describe('the connection', () => {
  it('takes a URL of 32 KB and refuses a head that is too long', async () => {
    const long = (length: number) => `contacts?$filter=lastname eq '${'x'.repeat(length)}'&$select=contactid`;
    expect((await call(sandbox, 'GET', long(32_000))).status).toBe(200);
    expect((await call(sandbox, 'GET', long(70_000))).status).toBe(431);
  });

  it('answers requests on one connection after the other, in order', async () => {
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    const one = (path: string) =>
      `GET /api/data/v9.2/${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer dev-admin\r\n\r\n`;
    socket.write(one('RetrieveVersion()') + one('nothings'));
    let received = '';
    for await (const chunk of socket) {
      received += String(chunk);
      if (received.includes("'nothings'")) break;
    }
    expect([...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '404']);
  });

  it('is ended by close, idle ones at once', async () => {
    const other = await startSandbox({ developmentTokens: true });
    const agent = new Agent({ keepAlive: true });
    const request = httpRequest(`${other.url}/api/data/v9.2/WhoAmI`, {
      agent,
      headers: { authorization: 'Bearer dev-admin' },
    }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const ended = once(response.socket, 'close');
    response.resume();
    await once(response, 'end');
    await other.close();
    await ended;
    await expect(fetch(other.url)).rejects.toThrow('fetch failed');
    agent.destroy();
  });

  it('is not kept waiting for simulated work when the sandbox closes', async () => {
    const other = await startSandbox({ developmentTokens: true });
    other.protection.operationMilliseconds = 3_600_000;
    const answer = call(other, 'GET', 'WhoAmI');
    while (other.counters.snapshot().operations === 0) await new Promise(setImmediate);
    await other.close();
    expect((await answer).status).toBe(200);
  });
});
