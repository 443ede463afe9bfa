import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Dataverse, Row } from '../../../plugins/dataverse/door.js';
import type { Plugin, PluginContext } from '../../../plugins/contract/plugin.js';
import { startService } from '../../../plugins/host/startService.js';
import { serviceClientId } from '../../../sandbox/dataverse/install/wellKnown.js';
import { openSandbox, type SandboxDoor } from '../door/sandboxDoor.js';
import { configFor, start, stopServices } from './startedService.js';

/** With the product's solution, and without. */
let product: SandboxDoor;
let bare: SandboxDoor;
const secret = 'host-secret';
beforeAll(async () => {
  product = await openSandbox({
    solutions: undefined,
    serviceSecret: secret,
    users: [{ name: 'service', roles: ['Invitation Service'], profiles: ['Invitation Code Service'] }],
  });
  bare = await openSandbox();
});
afterEach(stopServices);
afterAll(() => Promise.all([product.sandbox.close(), bare.sandbox.close()]));

/** Gives an environment variable a value in this environment, as a maker would. */
async function setVariable(dataverse: Dataverse, name: string, value: string): Promise<void> {
  const values = 'environmentvariabledefinition_environmentvariablevalue';
  const { rows } = await dataverse.page({
    set: 'environmentvariabledefinitions',
    filter: `schemaname eq '${name}'`,
    expand: [`${values}($select=environmentvariablevalueid)`],
  });
  const [definition] = rows;
  const [known] = (definition?.[values] ?? []) as { environmentvariablevalueid: string }[];
  const bind = `/environmentvariabledefinitions(${String(definition?.environmentvariabledefinitionid)})`;
  const outcome = await dataverse.write([
    known
      ? {
          kind: 'update',
          set: 'environmentvariablevalues',
          id: known.environmentvariablevalueid,
          row: { value },
        }
      : {
          kind: 'create',
          set: 'environmentvariablevalues',
          row: { value, 'EnvironmentVariableDefinitionId@odata.bind': bind },
        },
  ]);
  expect(outcome).toEqual({ kind: 'done' });
}

async function* nothingDue(): AsyncGenerator<readonly Row[]> {
  yield [];
}

/** A plugin that does nothing but tell what it was given. */
function spyPlugin() {
  const seen: { context?: PluginContext } = {};
  const plugin: Plugin = {
    name: 'spy',
    idOf: () => '',
    due(context) {
      seen.context = context;
      return nothingDue();
    },
    run: async () => 'nothing',
  };
  return { plugin, seen };
}

describe('a service that starts', () => {
  it('signs in, finds its solution and settings, and runs its plugins with the rights of its role', async () => {
    await setVariable(product.doorOf('admin'), 'inv_SiteUrl', 'https://contoso.example');
    const { sandbox } = product;
    const { plugin, seen } = spyPlugin();
    const config = {
      ...configFor(sandbox.url),
      identities: [
        { kind: 'secret', tenantId: sandbox.tenantId, clientId: serviceClientId, secret } as const,
      ],
      authority: sandbox.url,
    };
    const { service, until, logged } = await start(config, { plugins: [plugin] }, null);
    await until('ready');
    expect(seen.context?.settings()).toMatchObject({
      siteUrl: 'https://contoso.example',
      templateTitle: 'Invitation',
    });
    expect(seen.context?.identity.userId).toMatch(/^[0-9a-f-]{36}$/);
    const response = await fetch(`${service.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', reasons: [], lastContact: expect.any(String) },
    ]);
    expect(logged.filter((line) => !line.startsWith('info'))).toEqual([]);
    expect(logged.join()).not.toContain(secret);
  });

  it('lives, but is not ready, while Dataverse does not answer, and says so once', async () => {
    const config = configFor('http://127.0.0.1:9');
    const { service, until, logged, clock } = await start(config);
    await until('INV_DATAVERSE_UNREACHABLE');
    await clock.advance(30_000);
    await until('INV_DATAVERSE_UNREACHABLE');
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([
      expect.stringMatching(
        /^error Dataverse at http:\/\/127\.0\.0\.1:9 does not answer: .*ECONNREFUSED.*Check DATAVERSE_URL/,
      ),
    ]);
    const [live, ready] = await Promise.all([
      fetch(`${service.url}/healthz`),
      fetch(`${service.url}/readyz`),
    ]);
    expect([live.status, ready.status]).toEqual([200, 503]);
    expect(await ready.json()).toMatchObject({
      status: 'not ready',
      reasons: [{ part: 'dataverse', code: 'INV_DATAVERSE_UNREACHABLE' }],
    });
  });

  it.each<[string, string, () => SandboxDoor, string, RegExp]>([
    [
      'its token is not accepted',
      'stranger',
      () => product,
      'INV_DATAVERSE_UNAUTHORIZED',
      /does not accept the token/,
    ],
    [
      'its user has no role',
      'service',
      () => bare,
      'INV_DATAVERSE_FORBIDDEN',
      /Give the application user the security role/,
    ],
    [
      'the solution is not imported',
      'admin',
      () => bare,
      'INV_SOLUTION_MISSING',
      /has no table inv_invitations\. Import/,
    ],
  ])('says in one sentence what to do when %s', async (_name, user, sandbox, code, sentence) => {
    const { until, logged } = await start(configFor(sandbox().sandbox.url), {}, user);
    await until(code);
    const errors = logged.filter((line) => line.startsWith('error'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(sentence);
  });

  it('says that its secret is wrong', async () => {
    const { sandbox } = product;
    const credentials = {
      kind: 'secret',
      tenantId: sandbox.tenantId,
      clientId: serviceClientId,
      secret: 'wrong-one',
    } as const;
    const config = { ...configFor(sandbox.url), identities: [credentials], authority: sandbox.url };
    const { until, logged } = await start(config, {}, null);
    await until('INV_SIGN_IN_FAILED');
    expect(logged.join()).not.toContain('wrong-one');
  });

  it('waits for right settings, takes them, and keeps the last right ones when they become wrong', async () => {
    const admin = product.doorOf('admin');
    await setVariable(admin, 'inv_SiteUrl', 'not an address');
    const { plugin, seen } = spyPlugin();
    const { until, logged } = await start(configFor(product.sandbox.url), { plugins: [plugin] });
    await until('INV_SETTING_INVALID');
    expect(seen.context).toBeUndefined();
    expect(logged.at(-1)).toMatch(
      /^error The settings in Dataverse are wrong: inv_SiteUrl must be an address/,
    );

    await setVariable(admin, 'inv_SiteUrl', 'https://first.example');
    await until('ready');
    expect(seen.context?.settings().siteUrl).toBe('https://first.example');

    await setVariable(admin, 'inv_TimeZone', 'Nowhere/Land');
    await until('INV_SETTING_INVALID');
    expect(seen.context?.settings()).toMatchObject({ siteUrl: 'https://first.example', timeZone: 'UTC' });

    await setVariable(admin, 'inv_TimeZone', 'Asia/Tokyo');
    await until('ready');
    expect(seen.context?.settings().timeZone).toBe('Asia/Tokyo');
  });

  it('goes on by itself when Dataverse comes back', async () => {
    const { faults } = product.sandbox;
    faults.add({ failure: { kind: 'badGateway' } });
    const { until } = await start(configFor(product.sandbox.url));
    await until('INV_DATAVERSE_FAULT');
    faults.clear();
    await until('ready');
  });

  it('refuses a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(
      startService({ ...configFor(product.sandbox.url), port }, { plugins: [] }),
    ).rejects.toMatchObject({
      code: 'INV_PORT_UNAVAILABLE',
      details: { port, reason: 'EADDRINUSE', variable: 'INVITATIONS_PORT' },
    });
    await new Promise((resolve) => other.close(resolve));
  });
});
