import { AsyncResource } from 'node:async_hooks';
import type { PluginContext } from '../../contract/plugin.js';
import type { DataverseFailure } from '../../dataverse/door.js';
import { invitationError, isInvitationError } from '../../errors/invitationError.js';
import { countOf, window } from './count.js';
import { lockRows, type News, readLockRows } from './lockRow.js';
import type { Tallies } from './tallies.js';
import { checked, lifted, type Tally, told } from './tally.js';
import { operation, tellRows } from './tellRows.js';

/** Tells the other services what this one has counted, and asks whether its locks still stand: behind everybody's back. */
export interface Teller {
  /** There is something to do: it is done in a moment, whatever it is, so that no answer shows that there was. */
  wake(): void;
  /** Does now what there is to do. Resolves when nothing is left, or Dataverse does not take it; never rejects. */
  flush(): Promise<void>;
}

/** What a teller works with. */
export interface TellerOptions {
  readonly tallies: Tallies;
  /** The service's own name in its rows. */
  readonly service: string;
  readonly context: PluginContext;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Milliseconds between two rounds: what fails meanwhile is gathered. After a round that fails it doubles, up to the longest. */
const between = { usual: 1_000, longest: 60_000 } as const;
/**
 * Rows that a round writes, or reads about. Twenty writes a second take about a quarter of the execution time that service protection
 * allows one user, and only while somebody comes from address after address.
 */
const rowsAtOnce = 20;

/** An attempt wakes the teller, but what it does then is not to be traced and logged as a part of that attempt. */
const ownContext = new AsyncResource('RedemptionLocks');

/** A teller that has nothing to do. */
export function createTeller({ tallies, service, context, pause }: TellerOptions): Teller {
  let isAwake = false;
  let lastRound: Promise<unknown> = Promise.resolve();
  const report = createReport(context);

  /** Those nearest to their limit first: a lock matters more than what may become one. */
  const chosen = (wanted: (tally: Tally) => boolean): readonly Tally[] =>
    [...tallies.all()]
      .filter(wanted)
      .sort((one, other) => share(other) - share(one))
      .slice(0, rowsAtOnce);
  const hasWork = (): boolean => {
    for (const { isNews, isDoubted } of tallies.all()) if (isNews || isDoubted) return true;
    return false;
  };

  /**
   * Tells what is news.
   *
   * @returns false when nobody knows of some whether it was told
   * @throws InvitationError when Dataverse does not take it
   */
  const tell = async (): Promise<boolean> => {
    const now = context.now().getTime();
    const news = chosen(({ isNews }) => isNews).flatMap((tally) => {
      const one = newsOf(tally, now);
      // Nobody needs to know any more.
      if (one === undefined) tallies.keep({ ...tally, isNews: false });
      return one ?? [];
    });
    if (news.length === 0) return true;
    const ends = await tellRows(news, service, context.dataverse);
    let isKnown = true;
    let refusal: DataverseFailure | undefined;
    for (const [index, { subject, count }] of news.entries()) {
      const end = ends[index];
      const tally = tallies.of(subject);
      switch (end?.kind) {
        case 'done':
          tallies.keep(told(tally, count));
          break;
        case 'deleted':
          tallies.keep(lifted(tally));
          break;
        case 'refused':
          refusal = end.error;
          tallies.keep({ ...tally, isNews: false });
          break;
        case 'gone':
          // The invitation was deleted, and its code is nobody's now.
          tallies.keep({ ...tally, isNews: false });
          break;
        default:
          isKnown = false;
      }
    }
    if (refusal) throw invitationError('INV_DATAVERSE_REFUSED', { operation, reason: refusal.message });
    return isKnown;
  };

  /** Asks whether the locks stand that are in doubt. */
  const check = async (): Promise<void> => {
    const now = context.now().getTime();
    const doubted = chosen(({ isDoubted }) => isDoubted).map(({ subject }) => subject);
    if (doubted.length === 0) return;
    const rows = lockRows((await context.dataverse.page(readLockRows(doubted, now))).rows);
    for (const subject of doubted) {
      const its = rows.filter((row) => row.subject === subject.hash);
      tallies.keep(checked(tallies.of(subject), its, service, now));
    }
  };

  const round = async (): Promise<boolean> => {
    try {
      const isDone = await tell();
      await check();
      if (isDone) report.fine();
      return isDone;
    } catch (error) {
      report.problem(error);
      return false;
    }
  };
  const inTurn = (): Promise<boolean> => {
    const mine = lastRound.then(round);
    lastRound = mine;
    return mine;
  };

  const run = async (): Promise<void> => {
    let milliseconds: number = between.usual;
    do {
      await pause(milliseconds);
      milliseconds = (await inTurn()) ? between.usual : Math.min(milliseconds * 2, between.longest);
    } while (hasWork());
    isAwake = false;
  };

  return {
    wake() {
      if (isAwake) return;
      isAwake = true;
      void ownContext.runInAsyncScope(run);
    },
    async flush() {
      while (hasWork()) if (!(await inTurn())) return;
    },
  };
}

const share = ({ failures, subject }: Tally): number => failures.length / subject.limit;

/** Undefined when the count does not hold any more. */
function newsOf({ subject, failures, invitationId, published }: Tally, now: number): News | undefined {
  const count = countOf(failures);
  if (count === undefined || now - count.lastOn >= window) return undefined;
  return { subject, count, invitationId, isThere: published !== undefined };
}

/** Says a problem once in the log, and when it is gone. */
function createReport({ log }: Pick<PluginContext, 'log'>) {
  let known: string | undefined;
  return {
    problem(error: unknown): void {
      const news = isInvitationError(error) ? error.code : 'UNEXPECTED';
      if (known === news) return;
      known = news;
      const unheard = 'other services do not hear of failed attempts to redeem';
      if (isInvitationError(error)) log.warn({ errorCode: error.code }, `${unheard}: ${error.message}`);
      else log.error({ error }, unheard);
    },
    fine(): void {
      if (known !== undefined) log.info('other services hear of failed attempts to redeem again');
      known = undefined;
    },
  };
}
