import { type Count, countedMoment, countOf, secondsToWait, window } from './count.js';
import type { LockRow } from './lockRow.js';
import type { Subject } from './subject.js';

/** What a service knows of a subject. Moments are those at which attempts began (`countedMoment`), the earliest first. */
export interface Tally {
  readonly subject: Subject;
  /** Attempts here that failed. */
  readonly failures: readonly number[];
  /** Attempts here of which nobody knows yet. They count, or a burst would slip through. */
  readonly underWay: readonly number[];
  /** What other services have counted, as last read. */
  readonly others: readonly LockRow[];
  /** The service's own row as it stands in Dataverse; undefined when there is none yet. */
  readonly published: Count | undefined;
  /** The invitation the code belongs to. A code that belongs to none is not told to anybody. */
  readonly invitationId: string | undefined;
  /** The row is to be written. */
  readonly isNews: boolean;
  /** The lock-out has been told as a security event. */
  readonly isTold: boolean;
  /** The rows are to be read again: somebody may have lifted the lock. */
  readonly isDoubted: boolean;
  /** When the lock closed, or the rows were read since. */
  readonly checkedOn: number;
}

/** Nothing is known of it. */
export const emptyTally = (subject: Subject): Tally => ({
  subject,
  failures: [],
  underWay: [],
  others: [],
  published: undefined,
  invitationId: undefined,
  isNews: false,
  isTold: false,
  isDoubted: false,
  checkedOn: 0,
});

/** True when there is nothing to remember. */
export const isEmpty = ({ failures, underWay, others, published }: Tally): boolean =>
  failures.length + underWay.length + others.length === 0 && published === undefined;

/** Seconds until the subject is free, by the failures that are certain; 0 when it is. */
export const lockedFor = ({ subject, failures, others }: Tally, now: number): number =>
  secondsToWait([...own(failures), ...others], subject.limit, now);

/** The same, as if all attempts under way failed too. @param besides so many of them are left out: the one who asks */
export function waitOf({ subject, failures, underWay, others }: Tally, now: number, besides = 0): number {
  const feared = [...failures, ...underWay.slice(besides)].sort((one, other) => one - other);
  return secondsToWait([...own(feared), ...others], subject.limit, now);
}

const own = (moments: readonly number[]): readonly Count[] => {
  const count = countOf(moments);
  return count === undefined ? [] : [count];
};

/** One more attempt. */
export function begun(tally: Tally, now: number): Tally {
  // Whoever began ten minutes ago is not heard of any more.
  const underWay = tally.underWay.filter((moment) => Math.abs(now - moment) < window);
  return { ...tally, underWay: [...underWay, countedMoment(now)] };
}

/** One attempt is taken back. */
export const forgiven = (tally: Tally): Tally => ({ ...tally, underWay: tally.underWay.slice(1) });

/** One attempt has failed, at the moment it began: that is when it was counted. */
export function failed(tally: Tally, now: number, invitationId: string | undefined): Tally {
  const [moment = countedMoment(now), ...underWay] = tally.underWay;
  const failures = [...tally.failures, moment].sort((one, other) => one - other);
  const newest = failures.at(-1) ?? moment;
  const known = invitationId ?? tally.invitationId;
  return {
    ...tally,
    underWay,
    failures: failures.filter((failure) => newest - failure < window),
    invitationId: known,
    isNews: tally.isNews || tally.subject.kind !== 'code' || known !== undefined,
  };
}

/**
 * What the rows of the subject tell. The own row is known, except to a service that has forgotten its count for lack of room: then it
 * takes it up again.
 */
export function learned(tally: Tally, rows: readonly LockRow[], service: string): Tally {
  const others = rows.filter((row) => row.service !== service);
  const mine = rows.find((row) => row.service === service);
  if (mine === undefined || tally.failures.length > 0 || tally.published !== undefined) {
    return { ...tally, others };
  }
  const { failures, lastOn, invitationId } = mine;
  const known = Array<number>(Math.min(failures, tally.subject.limit)).fill(lastOn);
  return { ...tally, others, failures: known, published: { failures, lastOn }, invitationId };
}

/** The row is there and tells `count`. */
export function told(tally: Tally, count: Count): Tally {
  const now = countOf(tally.failures);
  // It was dropped from memory meanwhile: the row will be found again.
  if (now === undefined) return tally;
  return {
    ...tally,
    published: count,
    isNews: now.failures !== count.failures || now.lastOn !== count.lastOn,
  };
}

/** Somebody has deleted the service's own row: what it had told is forgotten, and what came since stands. */
export function lifted(tally: Tally): Tally {
  const { lastOn } = tally.published ?? { lastOn: -Infinity };
  const failures = tally.failures.filter((failure) => failure > lastOn);
  return { ...tally, failures, published: undefined, isNews: tally.isNews && failures.length > 0 };
}

/** The rows were read to see whether the lock stands. */
export function checked(tally: Tally, rows: readonly LockRow[], service: string, now: number): Tally {
  const isGone = tally.published !== undefined && !rows.some((row) => row.service === service);
  const known = learned(isGone ? lifted(tally) : tally, rows, service);
  return { ...known, isDoubted: false, checkedOn: now };
}
