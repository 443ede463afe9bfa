import type { LockRow } from './lockRow.js';
import type { Subject } from './subject.js';
import type { Tallies } from './tallies.js';
import { begun, failed, forgiven, learned, lockedFor, type Tally, waitOf } from './tally.js';

/**
 * Counts the failed attempts of one service, beside what it has heard of the others. `now` is milliseconds since 1970.
 */
export interface Attempts {
  /**
   * Counts an attempt, before anything is looked up: a burst cannot slip through between looking and counting.
   *
   * @returns 0, or the seconds to wait when there were too many; then it was not counted
   */
  begin(subjects: readonly Subject[], now: number): number;
  /** Takes in the rows of all services. @returns 0, or the seconds to wait */
  learn(subjects: readonly Subject[], rows: readonly LockRow[], now: number): number;
  /** Takes an attempt back that was no guess. */
  forgive(subjects: readonly Subject[]): void;
  /** An attempt has failed. It counts unless one of its subjects is locked: a lock is not prolonged by pushing on. */
  fail(subjects: readonly Subject[], now: number, invitationId: string | undefined): void;
}

/** Whom the attempts tell. */
export interface AttemptsOptions {
  readonly tallies: Tallies;
  /** The service's own name in its rows. */
  readonly service: string;
  /** A subject is locked: told once for each lock-out. */
  readonly onLocked: (tally: Tally, seconds: number) => void;
  /** A tally has become news for the other services, or is in doubt. */
  readonly onWork: () => void;
}

/**
 * Milliseconds after which a lock is doubted, when somebody knocks: an administrator may have lifted it. Until then it is the service's
 * memory alone that refuses.
 */
const doubtAfter = 30_000;

/** Attempts that are counted in `tallies`. */
export function createAttempts({ tallies, service, onLocked, onWork }: AttemptsOptions): Attempts {
  /** Keeps a tally, and tells of a lock that has closed. */
  const keep = (tally: Tally, now: number): void => {
    const seconds = lockedFor(tally, now);
    const closes = seconds > 0 && !tally.isTold;
    tallies.keep({
      ...tally,
      isTold: seconds > 0,
      checkedOn: closes ? now : tally.checkedOn,
    });
    if (closes) onLocked(tally, seconds);
    if (tally.isNews || tally.isDoubted) onWork();
  };
  const doubted = (tally: Tally, now: number): Tally => {
    const isShared = tally.published !== undefined || tally.others.length > 0;
    const isDue = isShared && lockedFor(tally, now) > 0 && now - tally.checkedOn >= doubtAfter;
    return { ...tally, isDoubted: tally.isDoubted || isDue };
  };

  return {
    begin(subjects, now) {
      const known = subjects.map(tallies.of);
      const seconds = Math.max(...known.map((tally) => waitOf(tally, now)));
      for (const tally of known) keep(seconds > 0 ? doubted(tally, now) : begun(tally, now), now);
      return seconds;
    },

    learn(subjects, rows, now) {
      const known = subjects.map((subject) => {
        const its = rows.filter((row) => row.subject === subject.hash);
        return learned(tallies.of(subject), its, service);
      });
      for (const tally of known) keep(tally, now);
      return Math.max(...known.map((tally) => waitOf(tally, now, 1)));
    },

    forgive(subjects) {
      for (const subject of subjects) tallies.keep(forgiven(tallies.of(subject)));
    },

    fail(subjects, now, invitationId) {
      const known = subjects.map(tallies.of);
      const isLocked = known.some((tally) => lockedFor(tally, now) > 0);
      for (const tally of known) {
        const ofCode = tally.subject.kind === 'code' ? invitationId : undefined;
        keep(isLocked ? forgiven(tally) : failed(tally, now, ofCode), now);
      }
    },
  };
}
