import type { Clock } from './clock.js';
import type { Governor } from './governor.js';
import { RequestFailure } from './requestFailure.js';
import { type Attempt, type Operation, type RetryDecision, retryDecision } from './retryDecision.js';

/** Repeats what may be repeated. It owns resilience, and nothing but that: a transport does one round trip. */
export interface Runner {
  /**
   * Runs one round trip as often as `retryDecision` says.
   * @throws RequestFailure the last one, when it stands; InvitationError when no token could be had
   */
  run<T>(operation: Operation, roundTrip: () => Promise<T>): Promise<T>;
}

/** What a runner works with. */
export interface RunnerOptions {
  readonly clock: Clock;
  readonly governor: Governor;
  /** Gets a new token although the old one has not run out. */
  readonly renewToken: () => Promise<unknown>;
  /** Called at each answer of Dataverse, good or bad: it is there. */
  readonly onAnswer?: () => void;
  readonly signal?: AbortSignal;
  /** 0 (included) to 1 (excluded). Default Math.random. */
  readonly random?: () => number;
}

type Trip<T> = { readonly value: T } | { readonly failure: RequestFailure; readonly decision: RetryDecision };

const firstAttempt: Attempt = { number: 1, turnedAway: 0, waited: 0, renewed: false };

/** A runner whose requests all pass the given governor. */
export function createRunner({
  clock,
  governor,
  renewToken,
  onAnswer,
  signal,
  random = Math.random,
}: RunnerOptions): Runner {
  /** Ends in a value, or in what to do about the failure. */
  const oneTrip = async <T>(
    operation: Operation,
    attempt: Attempt,
    roundTrip: () => Promise<T>,
  ): Promise<Trip<T>> => {
    try {
      const value = await roundTrip();
      onAnswer?.();
      return { value };
    } catch (failure) {
      if (!(failure instanceof RequestFailure)) throw failure;
      if (failure.reach === 'answered') onAnswer?.();
      const decision = retryDecision(attempt, failure, operation, { now: clock.now(), random: random() });
      // Shut the gate while this request still holds its place, or the next one slips through before it is shut.
      if (decision.kind === 'hold') governor.turnedAway(decision.after);
      return { failure, decision };
    }
  };

  return {
    async run<T>(operation: Operation, roundTrip: () => Promise<T>): Promise<T> {
      for (let attempt = firstAttempt; ;) {
        const tried = attempt;
        const trip = await governor.run(() => oneTrip(operation, tried, roundTrip));
        if ('value' in trip) return trip.value;
        const { failure, decision } = trip;
        switch (decision.kind) {
          case 'stop':
            throw failure;
          case 'renew':
            await renewToken();
            attempt = { ...tried, renewed: true };
            break;
          case 'again':
            await clock.sleep(decision.after, signal);
            attempt = { ...tried, number: tried.number + 1 };
            break;
          case 'hold':
            // The gate does the waiting.
            attempt = { ...tried, turnedAway: tried.turnedAway + 1, waited: tried.waited + decision.after };
        }
      }
    },
  };
}
