import { isDatabaseFault } from './fault.js';
import { RequestFailure } from './requestFailure.js';

/**
 * What kind of request it is, for repeating it.
 *  read   changes nothing: may be repeated whenever that could help
 *  probe  a read whose caller wants to know how things are now, and asks again by itself
 *  write  may be repeated only when it is certain that it was not executed
 */
export type Operation = 'read' | 'probe' | 'write';

/** What was tried so far. */
export interface Attempt {
  /** Attempts that counted, this one included: 1 at the first failure. A 429 does not count: it was not an attempt, it was turned away. */
  readonly number: number;
  /** Times in a row that Dataverse turned it away with 429. */
  readonly turnedAway: number;
  /** Milliseconds it has waited in which nobody at all got through. */
  readonly waited: number;
  /** True when the token was renewed for it already. */
  readonly renewed: boolean;
}

/** What to do about a request that failed. */
export type RetryDecision =
  /** It stands: tell the caller. */
  | { readonly kind: 'stop' }
  /** The token was not accepted: get a new one and repeat at once. */
  | { readonly kind: 'renew' }
  /** Repeat after so many milliseconds. */
  | { readonly kind: 'again'; readonly after: number }
  /** Nobody who signs in as we do may send anything for so many milliseconds; then repeat. */
  | { readonly kind: 'hold'; readonly after: number };

/** What the decision may not find out for itself, so that it stays a pure function. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** 0 (included) to 1 (excluded): spreads the repeats of many clients. */
  readonly random: number;
}

/** Attempts at a read, the first included. */
export const maximumAttempts = 5;
/** Milliseconds before the first repeat; doubled for each further one. */
const firstDelay = 500;
/** No repeat after a fault waits longer than this many milliseconds. */
const longestDelay = 30_000;
/** Service protection looks back 300 s, so no hold needs to be longer (Service protection API limits). */
export const longestHold = 300_000;
/** A request that was turned away for this many milliseconds is given back to its caller. */
export const patience = 600_000;

/** True when Dataverse turned a request away for its limits. */
export const isTooBusy = (failure: unknown): boolean =>
  failure instanceof RequestFailure && failure.status === 429;

/** The statuses after which the same read may well succeed. */
const passing: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);
const isPassing = (failure: RequestFailure): boolean =>
  failure.status === undefined || passing.has(failure.status) || isDatabaseFault(failure);

/**
 * Whether and when to repeat a request that failed. The whole policy of resilience is here:
 *  - 429 was never executed, so everything is repeated after it, when Retry-After says so, and it counts as no attempt;
 *  - 401 was never executed either: one new token, one repeat;
 *  - a read is repeated on passing faults, with a jittered, doubling delay;
 *  - a write is repeated on nothing else: it may have happened.
 */
export function retryDecision(
  attempt: Attempt,
  failure: RequestFailure,
  operation: Operation,
  circumstances: Circumstances,
): RetryDecision {
  const asked = retryAfterOf(failure.retryAfter, circumstances.now);
  if (failure.status === 429) {
    if (attempt.waited >= patience) return { kind: 'stop' };
    return {
      kind: 'hold',
      after: Math.min(asked ?? backOff(attempt.turnedAway + 1, circumstances.random), longestHold),
    };
  }
  if (failure.status === 401) return attempt.renewed ? { kind: 'stop' } : { kind: 'renew' };
  if (operation !== 'read' || attempt.number >= maximumAttempts || !isPassing(failure))
    return { kind: 'stop' };
  return {
    kind: 'again',
    after: Math.min(asked ?? backOff(attempt.number, circumstances.random), longestDelay),
  };
}

/** Milliseconds before repeat number `number`: half of the doubled delay is certain, half is left to chance. */
function backOff(number: number, random: number): number {
  const full = Math.min(firstDelay * 2 ** (number - 1), longestDelay);
  return Math.round(full / 2 + (full / 2) * random);
}

/** Retry-After in milliseconds: it is seconds or a date (RFC 9110, 10.2.3); undefined when absent or unreadable. */
function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
