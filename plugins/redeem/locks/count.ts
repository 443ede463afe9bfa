/** Milliseconds in which failed attempts add up, and for which a count holds after its last one. */
export const window = 600_000;

/** How often attempts of a subject have failed, as one service has counted: what stands in a row of `inv_redemptionlock`. */
export interface Count {
  /** Failures in the ten minutes up to the last. */
  readonly failures: number;
  /** When the last one was: milliseconds since 1970, in whole seconds, as Dataverse keeps them. */
  readonly lastOn: number;
}

/** A moment as it is counted, of milliseconds since 1970: Dataverse keeps no parts of a second, and all services must reckon with the same. */
export const countedMoment = (milliseconds: number): number => Math.floor(milliseconds / 1000) * 1000;

/** The count of some moments; undefined when there are none. @param moments the earliest first */
export function countOf(moments: readonly number[]): Count | undefined {
  const lastOn = moments.at(-1);
  if (lastOn === undefined) return undefined;
  return { failures: moments.filter((moment) => lastOn - moment < window).length, lastOn };
}

/** A count that lies further ahead than that was made by a clock that has been set back since. */
const holds = ({ lastOn }: Count, now: number): boolean => Math.abs(now - lastOn) < window;

/**
 * Seconds until the counts of all services together are below the limit; 0 when they are. All services come to the same answer by the
 * same rows: a count holds whole until ten minutes after its last failure. A lock so ends ten minutes after the last failure that it
 * needed, by itself.
 */
export function secondsToWait(counts: readonly Count[], limit: number, now: number): number {
  const held = counts.filter((count) => holds(count, now)).sort((one, other) => one.lastOn - other.lastOn);
  let sum = held.reduce((failures, count) => failures + count.failures, 0);
  let until = now;
  for (const { failures, lastOn } of held) {
    if (sum < limit) break;
    sum -= failures;
    until = lastOn + window;
  }
  return Math.ceil((until - now) / 1000);
}
