import type { Clock } from '../../dataverse/clock.js';
import type { Plugin, PluginContext } from '../../contract/plugin.js';

/** Milliseconds between two counts: the metric is a picture of the queue, not the queue. */
const countEvery = 60_000;

/** Keeps the metric of the rows that wait for a plugin. */
export interface WaitingRows {
  /**
   * Counts at Dataverse, in one request a minute at most, and none while there is nothing to count. Never fails, and keeps
   * nobody waiting.
   *
   * @param some true when rows were due
   */
  looked(some: boolean): void;
  /** Resolves when no count is under way. */
  settled(): Promise<void>;
}

/** Nothing counted yet. */
export function createWaitingRows(plugin: Plugin, context: PluginContext, clock: Clock): WaitingRows {
  let countedAt = -Infinity;
  let counted: number | undefined;
  let underWay = Promise.resolve();

  const count = async (): Promise<void> => {
    const asked = plugin.waiting?.(context);
    if (asked === undefined) return;
    try {
      const { rows, more } = await context.dataverse.count(asked);
      counted = rows;
      context.telemetry.waiting(plugin.name, rows, more);
    } catch (error) {
      // The look itself meets what is wrong and reports it.
      context.log.debug({ plugin: plugin.name, error }, 'the waiting rows could not be counted');
    }
  };

  return {
    looked(some) {
      if (plugin.waiting === undefined || Math.abs(clock.now() - countedAt) < countEvery) return;
      // That no row was due does not mean that none waits: a sender's mailbox may be full.
      if (!some && counted === 0) return;
      countedAt = clock.now();
      underWay = count();
    },
    settled: () => underWay,
  };
}
