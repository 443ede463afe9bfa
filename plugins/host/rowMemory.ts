import type { Clock } from '../dataverse/clock.js';

/**
 * What a loop remembers of rows between two looks, so that it neither repeats a failing row without a pause nor takes a row that stays due
 * for progress. It is a convenience, bounded, and lost with the process: what is due stands in the rows.
 */
export interface RowMemory {
  /** True while a row is being acted on, or rests after a failure. */
  resting(id: string): boolean;
  began(id: string): void;
  /** @returns true when this is progress: the row was not finished in this version before */
  finished(id: string, version: string): boolean;
  /**
   * The row rests; longer each time it fails.
   * @returns true when this is news: it did not fail for the same problem the last time
   */
  failed(id: string, failure: RowFailure): boolean;
  /** True when the row's last failure was no fault of its own. */
  blocked(id: string): boolean;
}

/** Why a row failed. */
export interface RowFailure {
  /** Tells one problem from another. */
  readonly problem: string;
  /** True when the problem is not the row's: it may be gone any moment, so the row does not rest for long. */
  readonly blocked: boolean;
}

/** Rows remembered at most, of those finished and of those failed. A look that acts on more cannot tell progress. */
export const capacity = 1000;
const firstRest = 5_000;
const longestRest = 300_000;
const longestRestOfBlocked = 60_000;

/** A memory without any rows. */
export function createRowMemory(clock: Clock): RowMemory {
  const underWay = new Set<string>();
  const finished = new Map<string, string>();
  const failures = new Map<string, RowFailure & { readonly until: number; readonly times: number }>();

  return {
    resting: (id) => underWay.has(id) || (failures.get(id)?.until ?? 0) > clock.now(),
    began: (id) => {
      underWay.add(id);
    },
    finished(id, version) {
      underWay.delete(id);
      failures.delete(id);
      const isProgress = finished.get(id) !== version;
      remember(finished, id, version);
      return isProgress;
    },
    failed(id, failure) {
      underWay.delete(id);
      const before = failures.get(id);
      const times = (before?.times ?? 0) + 1;
      const longest = failure.blocked ? longestRestOfBlocked : longestRest;
      const rest = Math.min(firstRest * 2 ** (times - 1), longest);
      remember(failures, id, { ...failure, until: clock.now() + rest, times });
      return before?.problem !== failure.problem;
    },
    blocked: (id) => failures.get(id)?.blocked ?? false,
  };
}

/** Keeps the entries used last. */
function remember<V>(entries: Map<string, V>, key: string, value: V): void {
  entries.delete(key);
  entries.set(key, value);
  if (entries.size <= capacity) return;
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}
