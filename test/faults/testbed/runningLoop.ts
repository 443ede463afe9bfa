import { pino } from 'pino';
import type { Plugin, PluginContext } from '../../../plugins/contract/plugin.js';
import { runLoop } from '../../../plugins/host/loop/loop.js';
import { createReadiness } from '../../../plugins/host/status/readiness.js';
import type { Product } from '../../service/product/product.js';
import { hurriedClock } from './hurriedClock.js';
import { serviceContext, type ServiceOptions } from './serviceContext.js';

/** The loop of one plugin at a time. */
export interface RunningLoop {
  /** @param options of its door; @param change makes its context another */
  start(plugin: Plugin, options?: ServiceOptions, change?: (context: PluginContext) => PluginContext): void;
  /** For `afterEach`; also when none runs. */
  stop(): Promise<void>;
}

/** How much faster than the machine's its clock goes: who rests for a minute is back in a fraction of a second. */
const hurry = 400;

/** The loop as the service runs it, rests and attempts and all, on a hurried clock. */
export function runningLoop(product: () => Product): RunningLoop {
  let stop = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  return {
    start(plugin, options = {}, change = (context) => context) {
      stop = new AbortController();
      loop = runLoop(plugin, change(serviceContext(product(), options)), {
        clock: hurriedClock(hurry),
        readiness: createReadiness(pino({ level: 'silent' })),
        rowsAtOnce: 16,
        pollMilliseconds: 4_000,
        signal: stop.signal,
      });
    },
    async stop() {
      stop.abort();
      await loop;
    },
  };
}
