import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Row } from '../../../plugins/dataverse/door.js';
import type { Plugin } from '../../../plugins/contract/plugin.js';
import { openSandbox, type SandboxDoor } from '../door/sandboxDoor.js';
import { configFor, start, stopServices } from './startedService.js';

let opened: SandboxDoor;
beforeAll(async () => {
  opened = await openSandbox({ solutions: undefined });
  const admin = opened.doorOf('admin');
  const { rows } = await admin.page({
    set: 'environmentvariabledefinitions',
    select: ['schemaname'],
    filter: "schemaname eq 'inv_SiteUrl'",
  });
  const bind = `/environmentvariabledefinitions(${String(rows[0]?.environmentvariabledefinitionid)})`;
  const row = { value: 'https://contoso.example', 'EnvironmentVariableDefinitionId@odata.bind': bind };
  expect(await admin.write([{ kind: 'create', set: 'environmentvariablevalues', row }])).toEqual({
    kind: 'done',
  });
});
afterEach(stopServices);
afterAll(() => opened.sandbox.close());

/** A plugin whose every row waits until it is let go. */
function slowPlugin() {
  const begun: unknown[] = [];
  const finished: unknown[] = [];
  let letGo = (): void => undefined;
  let sawFirst = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const first = new Promise<void>((resolve) => {
    sawFirst = resolve;
  });
  const plugin: Plugin = {
    name: 'slow',
    idOf: (row) => String(row.id),
    async *due() {
      yield [{ id: 1 }, { id: 2 }, { id: 3 }] as Row[];
    },
    async run({ id }) {
      begun.push(id);
      sawFirst();
      await gate;
      finished.push(id);
      return 'done';
    },
  };
  return {
    plugin,
    begun,
    finished,
    first,
    letGo: () => {
      letGo();
    },
  };
}

describe('a service that stops', () => {
  it('finishes what is under way and takes nothing new', async () => {
    const { plugin, begun, finished, first, letGo } = slowPlugin();
    const config = { ...configFor(opened.sandbox.url), concurrency: 1 };
    const { service, logged } = await start(config, { plugins: [plugin] });
    await first;
    const stopped = service.stop();
    expect(service.readiness().reasons.map(({ message }) => message)).toEqual([
      'The service is not ready: it is stopping.',
    ]);
    letGo();
    await stopped;
    expect([begun, finished]).toEqual([[1], [1]]);
    expect(logged.at(-1)).toBe('info stopped');
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
  });

  it('lets plugins write what is in memory alone, when nothing is under way any more', async () => {
    const { plugin, finished, first, letGo } = slowPlugin();
    const seen: unknown[] = [];
    const stop: Plugin['stop'] = async ({ dataverse }) => {
      seen.push([...finished], (await dataverse.whoAmI()).userId);
    };
    const config = { ...configFor(opened.sandbox.url), concurrency: 1 };
    const { service } = await start(config, { plugins: [{ ...plugin, stop }] });
    await first;
    const stopped = service.stop();
    expect(seen).toEqual([]);
    letGo();
    await stopped;
    expect(seen).toEqual([finished, expect.any(String)]);
    expect(finished).not.toEqual([]);
  });

  it('stops once, however often it is asked', async () => {
    const { service, logged } = await start(configFor(opened.sandbox.url));
    await Promise.all([service.stop(), service.stop()]);
    expect(logged.filter((line) => line === 'info stopped')).toHaveLength(1);
  });

  it('stops while Dataverse has shut it out for long', async () => {
    const { faults } = opened.sandbox;
    faults.add({ failure: { kind: 'throttled', retryAfter: 300 } });
    const { service, clock, logged } = await start(configFor(opened.sandbox.url));
    while (clock.sleeps.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(logged).toContain('warn Dataverse is limiting the service; nothing is sent for 300 s');
    expect(service.readiness().status).toBe('not ready');
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const stopped = service.stop();
      await jest.advanceTimersByTimeAsync(10_000);
      await stopped;
    } finally {
      jest.useRealTimers();
      faults.clear();
    }
  });
});
