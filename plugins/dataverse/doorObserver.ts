import type { Operation } from './failure/retryDecision.js';

/** Which of the three limits turned a request away (Service protection API limits); `unknown` when the answer does not say. */
export type Throttle = 'requests' | 'executionTime' | 'concurrency' | 'unknown';

/** One HTTP request, after its end. */
export interface RoundTrip {
  readonly operation: Operation;
  /** Operations it carried: one, or the parts of a batch. */
  readonly operations: number;
  /** Which application user of the pool sent it: 0 for the first. */
  readonly identity: number;
  /** From sending to the whole answer. */
  readonly milliseconds: number;
  /**
   *  answered   Dataverse did what was asked, or said why not
   *  throttled  429: it was turned away and not executed
   *  lost       no answer, or one that does not tell what happened
   */
  readonly outcome: 'answered' | 'throttled' | 'lost';
  /** HTTP status; undefined when there was no answer. */
  readonly status?: number;
  readonly throttle?: Throttle;
  /** Who asked for it: what `asker` answered for each that travelled in it. */
  readonly askers?: readonly unknown[];
}

/** A pause that Dataverse has ordered for one identity. */
export interface Hold {
  readonly identity: number;
  readonly milliseconds: number;
  readonly throttle: Throttle;
}

/**
 * Told what passes through the door: for logs, metrics and readiness. What it throws harms no request: it becomes a warning of the process.
 */
export interface DoorObserver {
  /** Each request, good or bad. */
  roundTrip(trip: RoundTrip): void;
  /** The gate of an identity was shut; not again while it is shut. */
  held(hold: Hold): void;
  /** Who asks, in their own async context: called when something is asked of the door. It comes back in `RoundTrip.askers`, unread. */
  asker?(): unknown;
}
