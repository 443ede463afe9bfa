import PQueue from 'p-queue';
import type { Clock } from '../dataverse/clock.js';
import type { Row } from '../dataverse/door.js';
import { type InvitationError, isInvitationError } from '../errors/invitationError.js';
import { isObstacle } from '../errors/obstacle.js';
import { createBackOff } from './backOff.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import { createCrowd } from './crowd.js';
import { faultOf, noAnswer } from './faultOf.js';
import type { Readiness } from './readiness.js';
import { capacity, createRowMemory } from './rowMemory.js';
import { setAside } from './setAside.js';
import { createWaitingRows } from './waitingRows.js';

/** How a loop runs, and whom it tells. */
export interface LoopOptions {
  readonly clock: Clock;
  readonly readiness: Readiness;
  /** Rows of this plugin under way at once; see `rowsAtOnce`. */
  readonly rowsAtOnce: number;
  /** Milliseconds between two looks when the first found nothing; doubles up to the plugin's longest pause. */
  readonly pollMilliseconds: number;
  /** Aborted: takes no new row. */
  readonly signal: AbortSignal;
}

/**
 * Rows under way for so many requests at once. More than requests: writes that wait at the same time travel together, and
 * only rows that wait can be gathered.
 *
 * @param requests over all identities
 */
export const rowsAtOnce = (requests: number): number => Math.max(64, 4 * requests);

/** The longest pause between two looks, in pauses of the shortest, where a plugin says nothing else. */
const usualIdleFactor = 4;
/** Long rows at once, as a share of the others, and as many as may wait for their turn. */
const longRows = { share: 1 / 4, waiting: 100 } as const;

/**
 * Runs one plugin until the signal: asks what is due, acts on the rows side by side, and asks again, at once after progress, with
 * a growing pause when there was none. A row is never acted on twice at the same time. Memory holds a page of rows and those under way.
 * Resolves when the rows under way at the signal are finished.
 */
export async function runLoop(plugin: Plugin, context: PluginContext, options: LoopOptions): Promise<void> {
  const { clock, readiness, pollMilliseconds, signal } = options;
  const rows = new PQueue({ concurrency: options.rowsAtOnce });
  /** Long rows have a line of their own: groups of thousands must not fill all places. */
  const long = new PQueue({ concurrency: Math.ceil(options.rowsAtOnce * longRows.share) });
  const memory = createRowMemory(clock);
  const pause = createBackOff(pollMilliseconds, pollMilliseconds * (plugin.idleFactor ?? usualIdleFactor));
  const crowd = createCrowd();
  const waiting = createWaitingRows(plugin, context, clock);
  let acted = 0;
  let progress = 0;
  /** Rows passed over because they met an obstacle before and rest. */
  let heldUp = 0;
  let obstacle: InvitationError | undefined;

  const act = async (row: Row, id: string): Promise<void> => {
    if (signal.aborted) return;
    const correlation = plugin.correlationOf?.(row);
    const related = correlation === undefined ? {} : { correlation };
    const log = context.log.child({ plugin: plugin.name, row: id, ...related });
    const version = String(row['@odata.etag']);
    try {
      const span = { name: plugin.name, ...related };
      const word = await context.telemetry.traced(span, () => plugin.run(row, context));
      if (word === 'unknown') throw noAnswer(plugin.name);
      crowd.saw(word === 'changed');
      const isProgress = memory.finished(id, version);
      if (isProgress) progress += 1;
      log[isProgress ? 'info' : 'debug'](`${plugin.name}: ${word}`);
    } catch (error) {
      const failed = memory.failed(id, { version, problem: String(error), fault: faultOf(error) });
      if (failed.isDueAtOnce) progress += 1;
      if (signal.aborted) return;
      if (isObstacle(error)) obstacle = error;
      else if (failed.isExhausted && plugin.setAside)
        await setAside({ plugin, row, id, error, memory, log }, context);
      else if (!failed.isNews) log.debug(`${plugin.name}: the same problem again`);
      else if (isInvitationError(error)) log.warn({ errorCode: error.code }, error.message);
      else log.error({ error }, `${plugin.name}: unexpected error, the row is tried again later`);
    }
  };

  const look = async (): Promise<void> => {
    const crowded = crowd.isCrowded();
    crowd.start();
    for await (const page of plugin.due(context, { crowded })) {
      waiting.looked(page.length > 0);
      const isLong = (row: Row): boolean => plugin.isLong?.(row) ?? false;
      const allLong = page.every(isLong);
      for (const row of page) {
        const id = plugin.idOf(row);
        // Others are here too: whatever the rest of this page is, they are about to change it.
        if (signal.aborted || crowd.isDense()) return;
        if (memory.resting(id)) {
          if (memory.blocked(id)) heldUp += 1;
          continue;
        }
        const line = isLong(row) ? long : rows;
        // A short row behind it must not wait; the next look comes back to the long one.
        if (line === long && !allLong && long.size >= longRows.waiting) continue;
        memory.began(id);
        acted += 1;
        void line.add(() => act(row, id));
        await rows.onSizeLessThan(1);
        await long.onSizeLessThan(longRows.waiting + 1);
      }
    }
    if (acted === 0) waiting.looked(false);
  };

  /** Waits until all rows are finished, but not longer: a slow row keeps nobody waiting, the next look passes over it. */
  const idleWithin = async (milliseconds: number): Promise<void> => {
    const idle = new AbortController();
    const timer = clock.sleep(milliseconds, idle.signal).catch(() => undefined);
    await Promise.race([Promise.all([rows.onIdle(), long.onIdle()]), timer]);
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
    const isBusy = progress > 0 || rows.pending + long.pending > 0;
    await clock.sleep(isBusy ? pollMilliseconds : pause.next(), signal).catch(() => undefined);
  }
  await Promise.all([rows.onIdle(), long.onIdle(), waiting.settled()]);
}
