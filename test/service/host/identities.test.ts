import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Plugin, PluginContext } from '../../../plugins/contract/plugin.js';
import { serviceUser } from '../../../sandbox/dataverse/install/serviceUsers.js';
import { columnSecurityProfiles, invitation, securityRoles } from '../../../solution/schema.js';
import { webApi } from '../../../scripts/system/webApi.js';
import { type ForgedClock, forgedClock } from '../../unit/dataverse/forgedClock.js';
import { openSandbox, type SandboxDoor } from '../door/sandboxDoor.js';
import { configFor, start, stopServices } from './startedService.js';

let opened: SandboxDoor;
beforeAll(async () => {
  const roles = [securityRoles.invitationService];
  opened = await openSandbox({
    solutions: undefined,
    serviceUsers: 3,
    users: [
      { name: 'service', roles, profiles: [columnSecurityProfiles.invitationCodeService] },
      { name: 'service2', roles, profiles: [columnSecurityProfiles.invitationCodeService] },
      { name: 'service3', roles },
    ],
  });
  const admin = webApi(opened.sandbox.url, 'dev-admin');
  const [site] = await admin.rows("environmentvariabledefinitions?$filter=schemaname eq 'inv_SiteUrl'");
  await admin.create('environmentvariablevalues', {
    value: 'https://contoso.example',
    'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${String(site?.environmentvariabledefinitionid)})`,
  });
  await admin.create(invitation.set, {
    inv_name: 'Coded',
    inv_code: 'K7QW-93XM',
    inv_codehash: '0'.repeat(64),
  });
});
afterEach(stopServices);
afterAll(() => opened.sandbox.close());

/** A plugin that keeps its context, and a service that runs it as these users. */
async function startAs(users: readonly string[], clock?: ForgedClock) {
  const seen: { context?: PluginContext } = {};
  const spy: Plugin = {
    name: 'spy',
    idOf: () => '',
    async *due(context) {
      seen.context = context;
      yield [];
    },
    run: async () => 'nothing',
  };
  const identities = users.map((user) => ({ token: async () => `dev-${user}` }));
  const started = await start(configFor(opened.sandbox.url), {
    plugins: [spy],
    identities,
    ...(clock && { clock }),
  });
  return { ...started, seen };
}

describe('a service of several application users', () => {
  it('works as all of them', async () => {
    const { until, seen } = await startAs(['service', 'service2']);
    await until('ready');
    expect(seen.context?.identity.userIds).toEqual([serviceUser(1).id, serviceUser(2).id]);
  });

  it.each<[string, string, string]>([
    ['whose token is not accepted', 'stranger', 'INV_DATAVERSE_UNAUTHORIZED'],
    ['who may not read codes', 'service3', 'INV_CODE_UNREADABLE'],
  ])('reports one %s by its number, and goes on with the others', async (_name, user, code) => {
    const { until, seen, service, logged } = await startAs(['service', user, 'service2']);
    await until(code);
    while (seen.context === undefined) await new Promise((resolve) => setImmediate(resolve));
    expect(service.readiness().reasons).toEqual([expect.objectContaining({ part: 'identity 2', code })]);
    expect(seen.context.identity.userIds).toEqual([serviceUser(1).id, serviceUser(2).id]);
    expect(logged.filter((line) => line.startsWith('error'))).toHaveLength(1);
    opened.sandbox.counters.reset();
    const { dataverse } = seen.context;
    await Promise.all(Array.from({ length: 8 }, () => dataverse.page({ set: invitation.set, top: 1 })));
    const { callers } = opened.sandbox.counters.snapshot();
    expect(callers[serviceUser(3).id]).toBeUndefined();
  });

  it('takes one out that is refused in the middle of its work, says so, and back when it is accepted again', async () => {
    const { until, seen, service } = await startAs(['service', 'service2']);
    await until('ready');
    opened.sandbox.faults.add({ user: serviceUser(1).id, failure: { kind: 'unauthorized' } });
    await seen.context?.dataverse.page({ set: invitation.set, top: 1 });
    expect(service.readiness().reasons).toEqual([
      expect.objectContaining({ part: 'identity 1', code: 'INV_DATAVERSE_UNAUTHORIZED' }),
    ]);
    opened.sandbox.faults.clear();
    await until('ready');
    expect(service.readiness().reasons).toEqual([]);
  });

  it('works as one that is accepted later, in the context that plugins have already', async () => {
    opened.sandbox.faults.add({ user: serviceUser(2).id, failure: { kind: 'unauthorized' } });
    const { until, seen } = await startAs(['service', 'service2']);
    await until('INV_DATAVERSE_UNAUTHORIZED');
    while (seen.context === undefined) await new Promise((resolve) => setImmediate(resolve));
    const { context } = seen;
    expect(context.identity.userIds).toEqual([serviceUser(1).id]);
    opened.sandbox.faults.clear();
    await until('ready');
    expect(context.identity.userIds).toEqual([serviceUser(1).id, serviceUser(2).id]);
  });

  it.each([-900_000, 900_000])(
    'goes by the clock of Dataverse when its own is wrong by %d ms, and says so once',
    async (wrong) => {
      const clock = forgedClock({ start: Date.now() + wrong });
      const { until, seen, logged } = await startAs(['service'], clock);
      await until('ready');
      const off = (seen.context?.now().getTime() ?? 0) - Date.now();
      // Until the look that learned the time, some may have passed that the forged clock knows nothing of.
      expect(Math.abs(off)).toBeLessThan(20_000);
      await clock.advance(60_000);
      await until('ready');
      const which = wrong < 0 ? 'behind' : 'ahead of';
      expect(logged.filter((line) => line.startsWith('warn'))).toEqual([
        expect.stringMatching(new RegExp(`^warn The clock of this machine is \\d{3} s ${which} Dataverse's`)),
      ]);
    },
  );
});
