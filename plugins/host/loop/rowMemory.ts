import type { Clock } from '../../dataverse/clock.js';

/**
 * What a loop remembers of rows between two looks, so that it neither repeats a failing row without a pause nor takes a row that stays due
 * for progress. It is a convenience, bounded, and lost with the process: what is due stands in the rows.
 */
export interface RowMemory {
  /** True while a row is being acted on, or rests after a failure. */
  resting(id: string): boolean;
  began(id: string): void;
  /** @returns true when this is progress: the row was not finished in this version before */
  finished(id: string, version: string, word: string): boolean;
  /** True when the row was finished in this version with this word the last time. */
  hasEnded(id: string, version: string, word: string): boolean;
  /** The row rests; longer each time it fails. */
  failed(id: string, failure: RowFailure): Failed;
  /** The row could not be put aside either: it rests as long as a row can. @returns true when this is news */
  stuck(id: string, problem: string): boolean;
  /** True when the row's last failure was no fault of its own. */
  blocked(id: string): boolean;
}

/**
 * Whose fault a failure is.
 *  row       the row's: it will not mend itself
 *  passing   nobody's, usually: no answer, a fault of Dataverse. It needs more of them until the row is suspected
 *  obstacle  of the surroundings, met by all rows: no attempt at all, and the row rests only briefly
 */
export type Fault = 'row' | 'passing' | 'obstacle';

/** Why a row failed. */
export interface RowFailure {
  /** The row's version: a row that was changed since begins afresh. */
  readonly version: string;
  /** Tells one problem from another. */
  readonly problem: string;
  readonly fault: Fault;
}

/** What the loop does about a failure. */
export interface Failed {
  /** True when the row did not fail for the same problem the last time. */
  readonly isNews: boolean;
  /** True when the row does not rest: it is to be read again at once, most often it happened and the row is not due any more. */
  readonly isDueAtOnce: boolean;
  /** True when this version of the row has had all the attempts it gets. */
  readonly isExhausted: boolean;
  /** False when there are too many failing rows to remember this one: it does not rest, so whoever asks must. */
  readonly isRemembered: boolean;
}

/** Rows remembered at most of those finished. A look that acts on more cannot tell progress. */
export const capacity = 1000;
/** Failing rows remembered at most; those that are get their attempts counted, and make room for the others when they are put aside. */
const failuresRemembered = 10_000;
/** Attempts at one version of a row. Passing faults last: ten attempts with their rests take half an hour. */
const attemptsAllowed = { row: 5, passing: 10 } as const;
const firstRest = 5_000;
const longestRest = 300_000;
export const longestRestOfBlocked = 60_000;

type Failure = RowFailure & {
  readonly until: number;
  /** Failures in a row, for the length of the rest. */
  readonly times: number;
  /** Those that count as attempts. */
  readonly attempts: number;
  /** Why it could not be put aside. */
  readonly stuckFor?: string;
};

/** A memory without any rows. */
export function createRowMemory(clock: Clock): RowMemory {
  const underWay = new Set<string>();
  const finished = new Map<string, { readonly version: string; readonly word: string }>();
  const failures = new Map<string, Failure>();

  let sweptAt = -Infinity;

  /** Forgets rows that were not due at their next turn: sent by another service, changed or deleted. */
  const sweep = (): void => {
    sweptAt = clock.now();
    for (const [id, { until }] of failures) if (until + longestRest < sweptAt) failures.delete(id);
  };

  /** @returns false when there is no room */
  const keep = (id: string, failure: Failure): boolean => {
    if (failures.size >= failuresRemembered && !failures.has(id)) {
      if (Math.abs(clock.now() - sweptAt) >= longestRest) sweep();
      if (failures.size >= failuresRemembered) return false;
    }
    failures.set(id, failure);
    return true;
  };

  /** A rest is never longer than the longest: one that seems to be was begun by a clock that has been set back since. */
  const rests = (id: string): boolean => {
    const left = (failures.get(id)?.until ?? 0) - clock.now();
    return left > 0 && left <= longestRest;
  };

  return {
    resting: (id) => underWay.has(id) || rests(id),
    began: (id) => {
      underWay.add(id);
    },
    finished(id, version, word) {
      underWay.delete(id);
      failures.delete(id);
      const isProgress = finished.get(id)?.version !== version;
      rememberLast(finished, id, { version, word });
      return isProgress;
    },
    hasEnded(id, version, word) {
      const known = finished.get(id);
      return known?.version === version && known.word === word;
    },
    failed(id, failure) {
      underWay.delete(id);
      const known = failures.get(id);
      const before = known?.version === failure.version ? known : undefined;
      const times = (before?.times ?? 0) + 1;
      const attempts = (before?.attempts ?? 0) + (failure.fault === 'obstacle' ? 0 : 1);
      const rest = restOf(failure.fault, times);
      const until = clock.now() + rest;
      const isRemembered = keep(id, { ...failure, until, times, attempts, stuckFor: before?.stuckFor });
      return {
        isNews: known?.problem !== failure.problem,
        isDueAtOnce: rest === 0 && isRemembered,
        isExhausted: failure.fault !== 'obstacle' && attempts >= attemptsAllowed[failure.fault],
        isRemembered,
      };
    },
    stuck(id, problem) {
      const known = failures.get(id);
      if (known === undefined) return true;
      failures.set(id, { ...known, stuckFor: problem, until: clock.now() + longestRest });
      return known.stuckFor !== problem;
    },
    blocked: (id) => failures.get(id)?.fault === 'obstacle',
  };
}

/** Milliseconds until the next attempt; none after a first doubt. */
function restOf(fault: Fault, times: number): number {
  if (fault === 'passing' && times === 1) return 0;
  return Math.min(firstRest * 2 ** (times - 1), fault === 'obstacle' ? longestRestOfBlocked : longestRest);
}

/** Keeps the entries used last. */
function rememberLast<V>(entries: Map<string, V>, key: string, value: V): void {
  entries.delete(key);
  entries.set(key, value);
  if (entries.size <= capacity) return;
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}
