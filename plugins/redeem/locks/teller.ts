import { AsyncResource } from 'node:async_hooks';
import type { PluginContext } from '../../contract/plugin.js';
import { isInvitationError } from '../../errors/invitationError.js';
import { checkDoubted, hasWork, tellNews, type TellingParts } from './tellNews.js';

/** Tells the other services what this one has counted, and asks whether its locks still stand: behind everybody's back. */
export interface Teller {
  /** There is something to do: it is done in a moment, whatever it is, so that no answer shows that there was. */
  wake(): void;
  /** Does now what there is to do. Resolves when nothing is left, or Dataverse does not take it; never rejects. */
  flush(): Promise<void>;
}

/** What a teller works with. */
export interface TellerOptions extends TellingParts {
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Milliseconds between two rounds: what fails meanwhile is gathered. After a round that fails it doubles, up to the longest. */
const between = { usual: 1_000, longest: 60_000 } as const;

/** An attempt wakes the teller, but what it does then is not to be traced and logged as a part of that attempt. */
const ownContext = new AsyncResource('RedemptionLocks');

/** A teller that has nothing to do. */
export function createTeller({ pause, ...parts }: TellerOptions): Teller {
  const { tallies, context } = parts;
  let isAwake = false;
  let lastRound: Promise<unknown> = Promise.resolve();
  const report = createReport(context);

  const round = async (): Promise<boolean> => {
    try {
      const isDone = await tellNews(parts);
      await checkDoubted(parts);
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
    } while (hasWork(tallies));
    isAwake = false;
  };

  return {
    wake() {
      if (isAwake) return;
      isAwake = true;
      void ownContext.runInAsyncScope(run);
    },
    async flush() {
      while (hasWork(tallies)) if (!(await inTurn())) return;
    },
  };
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
