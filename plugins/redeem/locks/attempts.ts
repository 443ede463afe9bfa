import { recentMoments } from '../contract/recentMoments.js';

/** Milliseconds for which a failed attempt counts. */
const window = 600_000;
/**
 * Failed attempts in that time after which nothing is looked up any more. An address can be a company's, and a code that
 * of a group: both leave room for people who err, and none for guessing 130 bits.
 */
const limits = { address: 100, code: 300 } as const;

/** What an attempt is counted by. */
export interface Asked {
  /** Where it came from, if the door knows. */
  readonly address: string | undefined;
  /** Hash of the code. */
  readonly code: string;
}

/** Counts failed attempts by address and by code. */
export interface Attempts {
  /**
   * Counts an attempt, before anything is looked up: a burst cannot slip through between looking and counting.
   *
   * @returns 0, or the seconds to wait when there were too many; then it was not counted
   */
  begin(asked: Asked, now: Date): number;
  /** Takes an attempt back that did not fail. */
  forgive(asked: Asked): void;
}

/** The counters of one service; they are gone when it stops. */
export function createAttempts(): Attempts {
  const failures = recentMoments(window);

  return {
    begin(asked, at) {
      const now = at.getTime();
      const keys = keysOf(asked);
      const waits = keys.flatMap(({ key, limit }) => {
        const moments = failures.of(key, now);
        return moments.length < limit ? [] : [(moments[0] ?? now) + window - now];
      });
      if (waits.length > 0) return Math.ceil(Math.max(...waits) / 1000);
      for (const { key } of keys) failures.add(key, now);
      return 0;
    },

    forgive(asked) {
      for (const { key } of keysOf(asked)) failures.takeBack(key);
    },
  };
}

function keysOf({ address, code }: Asked): readonly { readonly key: string; readonly limit: number }[] {
  const byCode = { key: `code ${code}`, limit: limits.code };
  return address === undefined ? [byCode] : [{ key: `address ${address}`, limit: limits.address }, byCode];
}
