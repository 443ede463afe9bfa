import PQueue from 'p-queue';
import type { Clock } from '../dataverse/clock.js';
import type { Row } from '../dataverse/door.js';
import { type InvitationError, isInvitationError } from '../errors/invitationError.js';
import { isObstacle } from '../errors/obstacle.js';
import { createBackOff } from './backOff.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import type { Readiness } from './readiness.js';
import { capacity, createRowMemory } from './rowMemory.js';

/** How a loop runs, and whom it tells. */
export interface LoopOptions {
  readonly clock: Clock;
  readonly readiness: Readiness;
  /** Rows of this plugin at once. */
  readonly concurrency: number;
  /** Milliseconds between two looks when the first found nothing; doubles up to four times that. */
  readonly pollMilliseconds: number;
  /** Aborted: takes no new row. */
  readonly signal: AbortSignal;
}

/** The longest pause between two looks, in pauses of the shortest. */
const idleFactor = 4;

/**
 * Runs one plugin until the signal: asks what is due, acts on the rows side by side, and asks again, at once after progress, with
 * a growing pause when there was none. A row is never acted on twice at the same time. Memory holds a page of rows and those under way.
 * Resolves when the rows under way at the signal are finished.
 */
export async function runLoop(plugin: Plugin, context: PluginContext, options: LoopOptions): Promise<void> {
  const { clock, readiness, concurrency, pollMilliseconds, signal } = options;
  const queue = new PQueue({ concurrency });
  const memory = createRowMemory(clock);
  const pause = createBackOff(pollMilliseconds, pollMilliseconds * idleFactor);
  let acted = 0;
  let progress = 0;
  /** Rows passed over because they met an obstacle before and rest. */
  let heldUp = 0;
  let obstacle: InvitationError | undefined;

  const act = async (row: Row, id: string): Promise<void> => {
    if (signal.aborted) return;
    const log = context.log.child({ plugin: plugin.name, row: id });
    try {
      const word = await plugin.run(row, context);
      const isProgress = memory.finished(id, String(row['@odata.etag']));
      if (isProgress) progress += 1;
      log[isProgress ? 'info' : 'debug'](`${plugin.name}: ${word}`);
    } catch (error) {
      const blocked = isObstacle(error);
      const problem = String(error);
      const isNews = memory.failed(id, { problem, blocked });
      if (signal.aborted) return;
      if (blocked) obstacle = error;
      else if (!isNews) log.debug(`${plugin.name}: the same problem again`);
      else if (isInvitationError(error)) log.warn({ errorCode: error.code }, error.message);
      else log.error({ error }, `${plugin.name}: unexpected error, the row is tried again later`);
    }
  };

  const look = async (): Promise<void> => {
    for await (const page of plugin.due(context)) {
      for (const row of page) {
        const id = plugin.idOf(row);
        if (signal.aborted) return;
        if (memory.resting(id)) {
          if (memory.blocked(id)) heldUp += 1;
          continue;
        }
        memory.began(id);
        acted += 1;
        void queue.add(() => act(row, id));
        await queue.onSizeLessThan(1);
      }
    }
  };

  /** Waits until all rows are finished, but not longer: a slow row keeps nobody waiting, the next look passes over it. */
  const idleWithin = async (milliseconds: number): Promise<void> => {
    const idle = new AbortController();
    const timer = clock.sleep(milliseconds, idle.signal).catch(() => undefined);
    await Promise.race([queue.onIdle(), timer]);
    idle.abort();
  };

  /** A problem of one row is in the log; one that stops the plugin, or rows of it, makes the service not ready until it is gone. */
  const lookAndReport = async (): Promise<void> => {
    acted = 0;
    progress = 0;
    heldUp = 0;
    let failure: unknown;
    try {
      await look();
    } catch (error) {
      failure = error;
    }
    await idleWithin(pollMilliseconds);
    failure ??= obstacle;
    obstacle = undefined;
    if (signal.aborted) return;
    if (failure !== undefined) readiness.report(plugin.name, failure);
    else if (heldUp === 0) readiness.clear(plugin.name);
  };

  while (!signal.aborted) {
    await lookAndReport();
    if (progress > 0) pause.reset();
    if (progress > 0 && acted <= capacity) continue;
    const milliseconds = progress > 0 || queue.pending > 0 ? pollMilliseconds : pause.next();
    await clock.sleep(milliseconds, signal).catch(() => undefined);
  }
  await queue.onIdle();
}
