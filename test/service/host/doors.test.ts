import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { apiKeyHash, newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import type { DoorsConfig } from '../../../plugins/doors/config/doorsConfig.js';
import { createLog } from '../../../plugins/host/logging.js';
import { plugins } from '../../../plugins/host/plugins.js';
import { type ServiceParts, startService } from '../../../plugins/host/startService.js';
import { redemptionLock, securityRoles } from '../../../solution/schema.js';
import { newVisitor } from '../../../scripts/demo/visitor.js';
import { webApi } from '../../../scripts/system/webApi.js';
import { openSandbox, type SandboxDoor } from '../door/sandboxDoor.js';
import { configFor, start, stopServices, type StartedService } from './startedService.js';

const apiKey = newApiKey();
const doors: DoorsConfig = {
  url: 'http://127.0.0.1:5803',
  host: '127.0.0.1',
  port: 0,
  secrets: ['a secret that is long enough to seal with'],
  trustedProxies: 0,
  returnOrigins: [],
  providers: [],
  brand: { name: 'Contoso', color: '#0f6cbd', texts: {} },
  api: { keys: [{ name: 'site', sha256: apiKeyHash(apiKey) }], issuers: [] },
};

/** Lets answers of Dataverse wait that a fault delays, until the test lets them go. */
const gate = { waiting: 0, open: (): void => undefined };
const wait = (milliseconds: number): Promise<void> =>
  milliseconds === 0
    ? Promise.resolve()
    : new Promise((resolve) => {
        gate.waiting += 1;
        gate.open = () => {
          gate.waiting = 0;
          resolve();
        };
      });

let opened: SandboxDoor;
beforeAll(async () => {
  opened = await openSandbox({
    solutions: undefined,
    wait,
    users: [
      { name: 'service', roles: [securityRoles.invitationService], profiles: ['Invitation Code Service'] },
    ],
  });
  const admin = webApi(opened.sandbox.url, 'dev-admin');
  const [variable] = await admin.rows(
    "environmentvariabledefinitions?$select=environmentvariabledefinitionid&$filter=schemaname eq 'inv_SiteUrl'",
  );
  await admin.create('environmentvariablevalues', {
    value: doors.url,
    'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${String(variable?.environmentvariabledefinitionid)})`,
  });
});
afterEach(async () => {
  gate.open();
  opened.sandbox.faults.clear();
  await stopServices();
});
afterAll(() => opened.sandbox.close());

const configWith = (url: string) => ({ ...configFor(url), doors });

/** A service with doors that is connected. */
async function connected(parts: Partial<ServiceParts> = {}): Promise<StartedService> {
  const started = await start(configWith(opened.sandbox.url), parts, 'service');
  await started.until('ready');
  return started;
}

/** Asks over the API to redeem a code that nobody has. */
const redeem = ({ service }: StartedService): Promise<Response> =>
  fetch(`${service.doors}/api/redemptions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      code: 'NOBODY-HAS-THIS-CODE',
      contactId: 'c0000000-0000-4000-8000-000000000001',
      ipAddress: '203.0.113.7',
    }),
  });

/** A redemption that Dataverse keeps waiting; resolves as soon as it does. */
async function underWay(started: StartedService) {
  opened.sandbox.faults.add({ url: '[$]batch', delayBefore: 60_000, times: 1 });
  const ended = redeem(started).then(
    async (response) => ({ status: response.status, body: await response.json() }),
    () => 'cut' as const,
  );
  while (gate.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
  return { ended };
}

describe('a service with doors', () => {
  it('opens them on a port of their own, and answers 503 until it is connected', async () => {
    const started = await start(configWith('http://127.0.0.1:9'));
    await started.until('INV_DATAVERSE_UNREACHABLE');
    const { service } = started;
    const [ready, alive, page, api] = await Promise.all([
      fetch(`${service.doors}/readyz`),
      fetch(`${service.doors}/healthz`),
      newVisitor().open(`${service.doors}/register?invitation=A-CODE`),
      redeem(started),
    ]);
    expect([ready.status, alive.status, api.status]).toEqual([503, 200, 503]);
    expect(await ready.text()).not.toMatch(/dataverse|reason/i);
    expect(await api.json()).toMatchObject({ code: 'INV_DOOR_NOT_READY' });
    expect([page.status, page.state]).toEqual([503, 'wait']);
    expect(started.logged).toContain(`info doors at ${service.doors}`);
  });

  it('answers when it is connected, and keeps health checks and metrics to itself', async () => {
    const started = await connected();
    const { doors: address = '', url } = started.service;
    expect(new URL(address).port).not.toBe(new URL(url).port);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await (await redeem(started)).json()).toMatchObject({ status: 404, code: 'INV_CODE_INVALID' });
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/register`)).status).toBe(404);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      'invitations_redemptions_total{outcome="invalidCode"',
    );
  });

  it('answers 503 while Dataverse is out of reach, and goes on by itself', async () => {
    const { service, until, clock } = await connected();
    const ready = async (): Promise<number> => (await fetch(`${service.doors}/readyz`)).status;
    opened.sandbox.faults.add({ failure: { kind: 'badGateway' } });
    await clock.advance(60_000);
    await until('INV_DATAVERSE_FAULT');
    expect(await ready()).toBe(503);
    opened.sandbox.faults.clear();
    await until('ready');
    expect(await ready()).toBe(200);
  });

  it('writes no address into its log, it may hold a code', async () => {
    const { service, logged } = await connected();
    await fetch(`${service.doors}/register?invitation=SECRET-CODE&returnurl=https://a.example`);
    await fetch(`${service.doors}/nowhere/SECRET-CODE?invitation=SECRET-CODE`);
    await fetch(`${service.doors}/signed-in/nobody?code=SECRET-CODE&state=SECRET-CODE`);
    expect(logged.join('\n')).not.toContain('SECRET-CODE');
  });

  it('finishes the request that is under way when it stops, and takes no new one', async () => {
    const started = await connected();
    const { ended } = await underWay(started);
    const stopped = started.service.stop();
    await new Promise((resolve) => setImmediate(resolve));
    await expect(fetch(`${started.service.doors}/healthz`)).rejects.toThrow();
    gate.open();
    expect(await ended).toMatchObject({ status: 404, body: { code: 'INV_CODE_INVALID' } });
    await stopped;
    expect(started.logged.at(-1)).toBe('info stopped');
  });

  it('tells other services of failed attempts before it stops', async () => {
    const admin = webApi(opened.sandbox.url, 'dev-admin');
    const counted = async (): Promise<number> => {
      const rows = await admin.rows(`${redemptionLock.set}?$select=inv_failures`);
      return rows.reduce((sum, row) => sum + Number(row.inv_failures), 0);
    };
    const before = await counted();
    const started = await connected({ plugins });
    expect((await redeem(started)).status).toBe(404);
    await started.service.stop();
    // One for the address, one for the person.
    expect(await counted()).toBe(before + 2);
  });

  it('stops in time although a request does not end', async () => {
    const started = await connected();
    const { ended } = await underWay(started);
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const stopped = started.service.stop();
      await jest.advanceTimersByTimeAsync(10_000);
      await stopped;
    } finally {
      jest.useRealTimers();
    }
    expect(await ended).toBe('cut');
    expect(started.logged.at(-1)).toBe('info stopped');
  });

  it('names the variable of a port that is taken, and leaves nothing open', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port: statusPort } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const config = { ...configFor(opened.sandbox.url), port: statusPort, doors: { ...doors, port } };
    const log = createLog('silent');
    await expect(startService(config, { plugins: [], log })).rejects.toMatchObject({
      code: 'INV_PORT_UNAVAILABLE',
      details: { port, variable: 'INVITATIONS_DOORS_PORT' },
    });
    await expect(fetch(`http://127.0.0.1:${statusPort}/healthz`)).rejects.toThrow();
    await new Promise((resolve) => other.close(resolve));
  });
});
