/** Counts what happened lately, by key: mails of a sender, failures of an address. */
export interface RecentMoments {
  /** The moments of a key that still count, the oldest first; milliseconds since 1970. */
  of(key: string, now: number): readonly number[];
  add(key: string, now: number, times?: number): void;
  /** Takes the newest ones back, as if they had not happened. */
  takeBack(key: string, times?: number): void;
}

/**
 * A memory in which a moment counts for so many milliseconds. One that lies further ahead was noted by a clock that has been set back
 * since: it must not count until the clock is there again.
 *
 * @param capacity keys that are kept, where strangers choose them: of more, the one that nothing was added to for the longest time goes
 */
export function recentMoments(milliseconds: number, capacity = Infinity): RecentMoments {
  const moments = new Map<string, readonly number[]>();
  const of = (key: string, now: number): readonly number[] =>
    (moments.get(key) ?? []).filter((moment) => Math.abs(now - moment) < milliseconds);

  return {
    of,

    add(key, now, times = 1) {
      const recent = [...of(key, now), ...Array<number>(times).fill(now)];
      // To the end of the map: it keeps the order in which keys were added.
      moments.delete(key);
      moments.set(key, recent);
      for (const oldest of moments.keys()) {
        if (moments.size <= capacity && of(oldest, now).length > 0) break;
        moments.delete(oldest);
      }
    },

    takeBack(key, times = 1) {
      const known = moments.get(key) ?? [];
      const left = known.slice(0, Math.max(0, known.length - times));
      if (left.length === 0) moments.delete(key);
      else moments.set(key, left);
    },
  };
}
