import type { Clock } from './clock.js';

/**
 * All traffic of one identity passes one governor, because Dataverse counts per identity (Service protection API limits).
 * It keeps the number of requests under way below a limit that adapts as TCP does: one more after each round of successes,
 * half after being turned away. After a 429 its gate is shut: nothing at all is sent until Retry-After has run, since pushing on
 * makes Dataverse wait longer.
 */
export interface Governor {
  /**
   * Runs a request when there is room and the gate is open. Every request that ends without `turnedAway` counts as a success.
   * Rejects when the service stops before its turn.
   */
  run<T>(request: () => Promise<T>): Promise<T>;
  /** Dataverse turned a request away: shut the gate for so many milliseconds, and go on more slowly. */
  turnedAway(milliseconds: number): void;
  /** How many requests at once Dataverse recommends (`x-ms-dop-hint`); the cap stays the upper bound. */
  recommend(parallel: number): void;
  /** Requests that may be under way at once, at this moment. */
  readonly limit: number;
  /** Requests under way. */
  readonly active: number;
}

/** What a governor works with. */
export interface GovernorOptions {
  readonly clock: Clock;
  /** Requests at once that are never exceeded. Minimum 1. */
  readonly cap: number;
  /** Called when the gate shuts, with the milliseconds; not again while it is shut. */
  readonly onShut?: (milliseconds: number) => void;
  /** Aborted when the service stops: whoever waits at the gate is sent home. */
  readonly signal?: AbortSignal;
}

/** Requests at once until Dataverse recommends a number. */
const cautiousStart = 4;

/** A governor whose gate is open; one for each identity. */
export function createGovernor({ clock, cap, onShut, signal }: GovernorOptions): Governor {
  let ceiling = Math.max(1, cap);
  let limit = Math.min(cautiousStart, ceiling);
  let active = 0;
  let succeeded = 0;
  let opensAt = 0;
  let timesShut = 0;
  const waiting: (() => void)[] = [];

  const admit = (): void => {
    while (active < Math.floor(limit) && waiting.length > 0) {
      active += 1;
      waiting.shift()?.();
    }
  };
  const room = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      admit();
    });
  /** The gate may be shut again, for longer, while somebody waits at it. */
  const gate = async (): Promise<void> => {
    while (clock.now() < opensAt) await clock.sleep(opensAt - clock.now(), signal);
  };
  const success = (): void => {
    succeeded += 1;
    if (succeeded < limit) return;
    succeeded = 0;
    limit = Math.min(ceiling, limit + 1);
  };

  return {
    get limit() {
      return limit;
    },
    get active() {
      return active;
    },
    async run(request) {
      await room();
      try {
        await gate();
        signal?.throwIfAborted();
        const shutBefore = timesShut;
        const result = await request();
        if (timesShut === shutBefore) success();
        return result;
      } finally {
        active -= 1;
        admit();
      }
    },
    turnedAway(milliseconds) {
      // Requests already under way are turned away together: that is one sign of congestion, not many.
      const alreadyShut = clock.now() < opensAt;
      if (!alreadyShut) {
        limit = Math.max(1, Math.floor(limit / 2));
        onShut?.(milliseconds);
      }
      succeeded = 0;
      timesShut += 1;
      opensAt = Math.max(opensAt, clock.now() + milliseconds);
    },
    recommend(parallel) {
      ceiling = Math.max(1, Math.min(cap, parallel));
      limit = ceiling;
      admit();
    },
  };
}
