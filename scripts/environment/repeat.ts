import { type Clock, systemClock } from '../../plugins/dataverse/clock.js';
import type { TokenSource } from '../../plugins/dataverse/identity/tokenSource.js';
import { RequestFailure } from '../../plugins/dataverse/failure/requestFailure.js';
import {
  type Attempt,
  type Operation,
  retryDecision,
} from '../../plugins/dataverse/failure/retryDecision.js';
import type { Method } from './environment.js';

/** What decides whether a request may be sent a second time. */
export interface Repeatable {
  readonly method: Method;
  readonly headers: Readonly<Record<string, string>>;
}

/** Runs a round trip until it succeeds or must not be repeated; throws the last RequestFailure. */
export type Repeat = <T>(request: Repeatable, roundTrip: () => Promise<T>) => Promise<T>;

export interface RepeatOptions {
  readonly tokens: TokenSource;
  readonly clock?: Clock;
  /** Told before a wait of more than two seconds. */
  readonly onWait?: (milliseconds: number) => void;
}

/** A shorter wait is not worth a line. */
const silentWait = 2_000;

/**
 * The service's policy (retryDecision), for a script that sends one request after the other: 429 and 503 are waited for as long as
 * Retry-After says, within its bounds.
 */
export function createRepeat({ tokens, clock = systemClock, onWait }: RepeatOptions): Repeat {
  const wait = async (milliseconds: number): Promise<void> => {
    if (milliseconds > silentWait) onWait?.(milliseconds);
    await clock.sleep(milliseconds);
  };
  return async (request, roundTrip) => {
    for (let attempt: Attempt = { number: 1, turnedAway: 0, waited: 0, renewed: false }; ;) {
      try {
        return await roundTrip();
      } catch (failure) {
        if (!(failure instanceof RequestFailure)) throw failure;
        const circumstances = { now: clock.now(), random: Math.random() };
        const decision = retryDecision(attempt, failure, operationOf(request, failure), circumstances);
        switch (decision.kind) {
          case 'stop':
            throw failure;
          case 'renew':
            await tokens.token(true);
            attempt = { ...attempt, renewed: true };
            break;
          case 'again':
            await wait(decision.after);
            attempt = { ...attempt, number: attempt.number + 1 };
            break;
          case 'hold':
            await wait(decision.after);
            attempt = {
              ...attempt,
              turnedAway: attempt.turnedAway + 1,
              waited: attempt.waited + decision.after,
            };
        }
      }
    }
  };
}

/**
 * A repeat is safe where the second request does what the first did (RFC 9110, 9.2.2), and where the server says that it has not begun:
 * 503 with Retry-After.
 */
function operationOf({ method, headers }: Repeatable, failure: RequestFailure): Operation {
  // Nobody there at the first attempt: an address that is wrong should be told at once.
  if (failure.status === undefined) return 'probe';
  const declined = failure.status === 503 && failure.retryAfter !== undefined;
  const conditional = Object.keys(headers).some((name) => /^if-(none-)?match$/i.test(name));
  const idempotent = method === 'GET' || ((method === 'PUT' || method === 'DELETE') && !conditional);
  return declined || idempotent ? 'read' : 'write';
}
