/** Counts what happened lately, by key: mails of a sender, failures of an address. */
export interface RecentMoments {
  /** The moments of a key that still count, the oldest first; milliseconds since 1970. */
  of(key: string, now: number): readonly number[];
  add(key: string, now: number, times?: number): void;
  /** Takes the newest ones back, as if they had not happened. */
  takeBack(key: string, times?: number): void;
}

/** Keys in memory at which those without a recent moment are dropped. */
const sweepAt = 50_000;

/**
 * A memory in which a moment counts for so many milliseconds. One that lies further ahead was noted by a clock that has been set back
 * since: it must not count until the clock is there again.
 */
export function recentMoments(milliseconds: number): RecentMoments {
  const moments = new Map<string, readonly number[]>();
  const of = (key: string, now: number): readonly number[] =>
    (moments.get(key) ?? []).filter((moment) => Math.abs(now - moment) < milliseconds);

  return {
    of,

    add(key, now, times = 1) {
      if (moments.size > sweepAt) {
        for (const known of moments.keys()) if (of(known, now).length === 0) moments.delete(known);
      }
      moments.set(key, [...of(key, now), ...Array<number>(times).fill(now)]);
    },

    takeBack(key, times = 1) {
      const known = moments.get(key) ?? [];
      const left = known.slice(0, Math.max(0, known.length - times));
      if (left.length === 0) moments.delete(key);
      else moments.set(key, left);
    },
  };
}
