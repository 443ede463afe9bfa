import type { Subject } from './subject.js';
import { emptyTally, isEmpty, type Tally } from './tally.js';

/**
 * Tallies that are kept: about 10 MB at the most. When there are more, the one that was not touched for the longest time is dropped; its
 * row is in Dataverse, and is found again with the next attempt.
 */
const capacity = 20_000;

/** The memory of a service: a tally for each subject that has failed lately. */
export interface Tallies {
  of(subject: Subject): Tally;
  keep(tally: Tally): void;
  /** All that are kept, those not touched for the longest time first. */
  all(): Iterable<Tally>;
}

/** An empty memory. */
export function createTallies(): Tallies {
  const tallies = new Map<string, Tally>();
  return {
    of: (subject) => tallies.get(subject.hash) ?? emptyTally(subject),
    keep(tally) {
      const { hash } = tally.subject;
      // To the end of the map: it keeps the order in which keys were added.
      tallies.delete(hash);
      if (isEmpty(tally)) return;
      tallies.set(hash, tally);
      for (const [oldest] of tallies) {
        if (tallies.size <= capacity) break;
        tallies.delete(oldest);
      }
    },
    all: () => tallies.values(),
  };
}
