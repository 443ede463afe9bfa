import type { Plugin } from '../../../plugins/contract/plugin.js';
import type { StoredRow } from '../../../sandbox/dataverse/storage/store.js';
import type { Product } from '../../service/product/product.js';
import { sampleSettings } from '../../service/product/settings.js';
import type { Addressee, Redeemer } from '../testbed/ledger.js';
import { serviceContext } from '../testbed/serviceContext.js';
import { workOff } from '../testbed/workOff.js';
import { createInstance, type CrashPoint, type Passed, untilQuiet } from './crashHooks.js';
import { finalState, namedAnswer } from './finalState.js';
import type { HookedService } from './hookedService.js';
import type { Scenario } from './scenario.js';
import { createWorld } from './world.js';

/** What a run has left behind, after a service that was started afresh found nothing due any more. */
export interface Aftermath {
  readonly state: Readonly<Record<string, readonly StoredRow[]>>;
  /** What somebody at a door was answered in the end. */
  readonly answer: unknown;
  readonly addressees: readonly Addressee[];
  readonly redeemers: readonly Redeemer[];
  /** All moments at which the service could have died. */
  readonly passed: readonly Passed[];
  readonly died: boolean;
}

/** Runs a scenario on a service that dies at a moment, then on one that does not, until nothing is due. */
export async function aftermath(
  product: Product,
  service: HookedService,
  scenario: Scenario,
  death?: CrashPoint,
): Promise<Aftermath> {
  const { sandbox } = product;
  const world = createWorld(product);
  product.set({ ...sampleSettings, ...scenario.settings });
  await scenario.prepare(world);
  const plugins = (service.plugins as unknown as readonly Plugin[])
    .filter(({ name }) => scenario.plugins.includes(name))
    .map((plugin) => (scenario.putAside === true ? puttingAside(plugin) : plugin));
  const instance = createInstance(() => sandbox.counters.snapshot().requests, death);
  const stop = new AbortController();
  const gone = (): Promise<never> => new Promise(() => undefined);
  const token = async (): Promise<string> => (instance.isDead() ? gone() : 'dev-service');

  sandbox.faults.set(scenario.faults?.(world) ?? []);
  sandbox.counters.reset();
  let answer: unknown;
  const ended = await instance.live(async () => {
    const context = serviceContext(product, {
      connect: service.connect,
      token,
      signal: stop.signal,
      ...(scenario.clock && { clock: scenario.clock }),
    });
    answer = await scenario.first?.(context, service, world);
    await workOff(plugins, context, { crowded: scenario.crowded === true });
  });
  await untilQuiet(() => {
    const { requests, statuses } = sandbox.counters.snapshot();
    return requests - Object.values(statuses).reduce((sum, count) => sum + count, 0);
  });
  stop.abort();

  sandbox.faults.clear();
  const afresh = serviceContext(product, { connect: service.connect });
  if (ended === 'died') answer = await scenario.first?.(afresh, service, world);
  await workOff(plugins, afresh);
  const state = finalState(world);
  const told = namedAnswer(answer, world);
  await world.retire();
  const { addressees, redeemers } = world;
  return { state, answer: told, addressees, redeemers, passed: instance.passed, died: ended === 'died' };
}

/** The plugin as the loop uses it for a row that has failed too often. */
const puttingAside = (plugin: Plugin): Plugin => ({
  ...plugin,
  run: async (row, context) =>
    (await plugin.setAside?.(row, new Error('It fails each time.'), context)) ?? 'left alone',
});
