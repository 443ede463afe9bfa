import PQueue from 'p-queue';
import type { Clock } from '../../dataverse/clock.js';
import type { Row } from '../../dataverse/door.js';
import { type InvitationError, isInvitationError } from '../../errors/invitationError.js';
import { isObstacle } from '../../errors/obstacle.js';
import { createBackOff } from '../backOff.js';
import type { Plugin, PluginContext } from '../../contract/plugin.js';
import { type Bell, createBell } from './bell.js';
import { createCrowd } from './crowd.js';
import { faultOf, noAnswer, notChanged } from './faultOf.js';
import type { Readiness } from '../status/readiness.js';
import { capacity, createRowMemory, longestRestOfBlocked } from './rowMemory.js';
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
  /** Shared by the loops of a service: by it a plugin wakes those it feeds. Left out: it wakes nobody. */
  readonly bell?: Bell;
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

/** Rows under way where others work through the same queue: as many as requests usually are, so that they do not wait for each other. */
export const rowsInCompany = (rows: number): number => Math.min(rows, Math.max(8, Math.ceil(rows / 8)));

/** The longest pause between two looks, in pauses of the shortest, where a plugin says nothing else. */
const usualIdleFactor = 4;
/**
 * Long rows at once, as a share of the others and at the most, and as many as may wait for their turn. The most is for the memory: each may hold
 * thousands of contacts, about 2 MB for 5,000, and more application users must not mean more of that.
 */
const longRows = { share: 1 / 4, most: 8, waiting: 100 } as const;

/** Long rows under way at once, among so many rows. */
export const longRowsAtOnce = (rows: number): number =>
  Math.min(longRows.most, Math.ceil(rows * longRows.share));

/**
 * Runs one plugin until the signal: asks what is due, acts on the rows side by side, and asks again, at once after progress, with
 * a growing pause when there was none. A row is never acted on twice at the same time. Memory holds a page of rows and those under way.
 * Resolves when the rows under way at the signal are finished.
 */
export async function runLoop(plugin: Plugin, context: PluginContext, options: LoopOptions): Promise<void> {
  const { bell = createBell(), clock, readiness, pollMilliseconds, signal } = options;
  const rows = new PQueue({ concurrency: options.rowsAtOnce });
  /** Long rows have a line of their own: groups of thousands must not fill all places. */
  const long = new PQueue({ concurrency: longRowsAtOnce(options.rowsAtOnce) });
  const memory = createRowMemory(clock);
  const pause = createBackOff(pollMilliseconds, pollMilliseconds * (plugin.idleFactor ?? usualIdleFactor));
  const crowd = createCrowd();
  const waiting = createWaitingRows(plugin, context, clock);
  let acted = 0;
  let progress = 0;
  /** Rows passed over because they met an obstacle before and rest. */
  let heldUp = 0;
  /** True when more rows fail than can be remembered: then none of the others rests by itself. */
  let crammed = false;
  let obstacle: InvitationError | undefined;

  /** Rows under way: fewer in company, so that hardly one waits, is taken by others meanwhile, and spoils those it travels with. */
  const makeRoom = (): void => {
    rows.concurrency = crowd.hasCompany() ? rowsInCompany(options.rowsAtOnce) : options.rowsAtOnce;
  };

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
      if (word === 'changed' && memory.hasEnded(id, version, word)) throw notChanged(plugin.name);
      crowd.saw(word === 'changed');
      makeRoom();
      const isProgress = memory.finished(id, version, word);
      if (isProgress) {
        progress += 1;
        for (const fed of plugin.feeds ?? []) bell.ring(fed);
      }
      log[isProgress ? 'info' : 'debug'](`${plugin.name}: ${word}`);
    } catch (error) {
      const failed = memory.failed(id, { version, problem: String(error), fault: faultOf(error) });
      if (failed.isDueAtOnce) progress += 1;
      if (!failed.isRemembered) crammed = true;
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
    makeRoom();
    bell.heard(plugin.name);
    for await (const page of plugin.due(context, { crowded })) {
      waiting.looked(page.length > 0);
      const isLong = (row: Row): boolean => plugin.isLong?.(row) ?? false;
      /** Only long rows on this page: there is time to wait for their line, once. */
      let patient = page.every(isLong);
      for (const row of page) {
        const id = plugin.idOf(row);
        if (signal.aborted) return;
        // Others are here too: whatever the rest of this page is, they are about to change it.
        if (crowd.isDense()) {
          if (!crowded) return;
          await within(rows.onIdle(), pollMilliseconds);
          crowd.moved();
          break;
        }
        if (memory.resting(id)) {
          if (memory.blocked(id)) heldUp += 1;
          continue;
        }
        const line = isLong(row) ? long : rows;
        if (line === long && long.size >= longRows.waiting) {
          if (patient) await within(long.onSizeLessThan(longRows.waiting), pollMilliseconds);
          patient = false;
          // A short row behind it must not wait; a later look comes back to the long one.
          if (long.size >= longRows.waiting) continue;
        }
        memory.began(id);
        acted += 1;
        void line.add(() => act(row, id));
        await rows.onSizeLessThan(1);
      }
    }
    if (acted === 0) waiting.looked(false);
  };

  /** Waits for something, but not longer. */
  const within = async (awaited: Promise<unknown>, milliseconds: number): Promise<void> => {
    const over = new AbortController();
    const timer = clock.sleep(milliseconds, over.signal).catch(() => undefined);
    await Promise.race([awaited, timer]);
    over.abort();
  };

  /** A problem of one row is in the log; one that stops the plugin, or rows of it, makes the service not ready until it is gone. */
  const lookAndReport = async (): Promise<void> => {
    acted = 0;
    progress = 0;
    heldUp = 0;
    crammed = false;
    let failure: unknown;
    try {
      await look();
    } catch (error) {
      failure = error;
    }
    // A slow row keeps nobody waiting: the next look passes over it.
    await within(Promise.all([rows.onIdle(), long.onIdle()]), pollMilliseconds);
    failure ??= obstacle;
    obstacle = undefined;
    if (signal.aborted) return;
    if (failure !== undefined) readiness.report(plugin.name, failure);
    else if (heldUp === 0) readiness.clear(plugin.name);
  };

  const rest = async (): Promise<void> => {
    const sleep = (milliseconds: number, until: AbortSignal): Promise<void> =>
      clock.sleep(milliseconds, until).catch(() => undefined);
    if (crammed) return sleep(longestRestOfBlocked, signal);
    const isBusy = progress > 0 || rows.pending + long.pending > 0;
    const whole = isBusy ? pollMilliseconds : pause.next();
    // The shortest pause is kept in any case: whoever feeds this plugin row after row must not make it look row after row.
    await sleep(pollMilliseconds, signal);
    const more = (waking: AbortSignal) => sleep(whole - pollMilliseconds, AbortSignal.any([signal, waking]));
    if (whole > pollMilliseconds && (await bell.orAfter(plugin.name, more))) pause.reset();
  };

  while (!signal.aborted) {
    await lookAndReport();
    if (progress > 0) pause.reset();
    if (progress > 0 && acted <= capacity && !crammed) continue;
    await rest();
  }
  await Promise.all([rows.onIdle(), long.onIdle(), waiting.settled()]);
}
