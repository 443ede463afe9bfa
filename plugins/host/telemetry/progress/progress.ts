/**
 * How the sending of a queue goes on, as far as it can be known: pure functions over what was told. Moments are milliseconds since 1970.
 */
export interface Progress {
  /** When the first row of this queue was handled; undefined: nothing is under way. */
  readonly began?: number;
  /** Mails handed over. */
  readonly sent: number;
  readonly skipped: number;
  readonly failed: number;
  /** Invitations that are through, whatever became of them. A group counts once. */
  readonly handled: number;
  /** Requests to Dataverse since it began. */
  readonly requests: number;
  /** For how long Dataverse had the whole service wait. */
  readonly waitedMilliseconds: number;
  /** Until when each identity has to wait, by its number. */
  readonly heldUntil: readonly number[];
  /** When the last row was handled. */
  readonly lastHandled?: number;
  /** When the pace of a mailbox last held mails back, and what it is. */
  readonly paced?: { readonly at: number; readonly mailsPerMinute: number };
  readonly counted?: Counted;
  /** Handled rows at moments of the last minutes, the oldest first. */
  readonly marks: readonly Mark[];
}

/** Invitations that wait, as counted. */
export interface Counted {
  readonly rows: number;
  readonly more: boolean;
  readonly at: number;
  /** `handled` at that moment. */
  readonly handled: number;
}

interface Mark {
  readonly at: number;
  readonly handled: number;
}

/** Nothing is under way. */
export const idle: Progress = {
  sent: 0,
  skipped: 0,
  failed: 0,
  handled: 0,
  requests: 0,
  waitedMilliseconds: 0,
  heldUntil: [],
  marks: [],
};

/** The rate is that of these last minutes, waits included. */
const rateWindow = 300_000;
/** A rate over less says nothing. */
const shortestRate = 30_000;
const markEvery = 5_000;

/** A row was handled: counted, and the first one begins the run. */
export function handled(progress: Progress, now: number): Progress {
  const next = { ...progress, began: progress.began ?? now, handled: progress.handled + 1, lastHandled: now };
  const marks = progress.began === undefined ? [{ at: now, handled: 0 }] : progress.marks;
  const last = marks.at(-1);
  if (last !== undefined && now - last.at < markEvery) return { ...next, marks };
  return { ...next, marks: [...recent(marks, now), { at: now, handled: next.handled }] };
}

/** Marks of the window, and the last one before it: the rate is measured from there. */
function recent(marks: readonly Mark[], now: number): readonly Mark[] {
  const first = marks.findLastIndex(({ at }) => at <= now - rateWindow);
  return marks.slice(Math.max(0, first));
}

/**
 * Dataverse has ordered one identity to wait. The service as a whole waits while all of them have to.
 *
 * @param heldUntil until when each identity has to wait now
 */
export function held(progress: Progress, heldUntil: readonly number[], now: number): Progress {
  const before = Math.max(now, waitsUntil(progress.heldUntil));
  const added = Math.max(0, waitsUntil(heldUntil) - before);
  return { ...progress, heldUntil, waitedMilliseconds: progress.waitedMilliseconds + added };
}

const waitsUntil = (heldUntil: readonly number[]): number =>
  heldUntil.length === 0 ? 0 : Math.min(...heldUntil);

/** The queue was counted. */
export function counted(progress: Progress, rows: number, more: boolean, now: number): Progress {
  return { ...progress, counted: { rows, more, at: now, handled: progress.handled } };
}

/** Invitations a minute over the last minutes, waits included; undefined until there is something to go by. */
export function ratePerMinute({ marks, handled: total }: Progress, now: number): number | undefined {
  const [from] = recent(marks, now);
  if (from === undefined || now - from.at < shortestRate) return undefined;
  return ((total - from.handled) * 60_000) / (now - from.at);
}

/**
 * How many invitations wait now, as far as this service can tell: those counted, without those handled since. Others on the queue and new
 * requests show at the next count. Undefined until there was one.
 */
export function waitingNow({ counted: last, handled: total }: Progress): number | undefined {
  return last === undefined ? undefined : Math.max(0, last.rows - (total - last.handled));
}

/** When the queue will be empty if all goes on as in the last minutes; undefined when that cannot be known. */
export function doneAt(progress: Progress, now: number): number | undefined {
  const rate = ratePerMinute(progress, now);
  if (rate === undefined || rate === 0 || progress.counted === undefined || progress.counted.more)
    return undefined;
  const left = waitingNow(progress) ?? 0;
  return left === 0 ? undefined : now + (left / rate) * 60_000;
}

/** Milliseconds without any progress after which a queue counts as stuck: what is left of it rests, or waits for somebody. */
const stuckAfter = 300_000;
/** The same where nobody counts the queue. */
const quietAfter = 60_000;

/**
 * How the run has ended, if it has: the queue was counted empty (or nobody counts it and nothing comes any more), or what is left does
 * not move.
 */
export function ended(progress: Progress, now: number): 'empty' | 'stuck' | undefined {
  const { began, counted: last, lastHandled, heldUntil } = progress;
  if (began === undefined) return undefined;
  const quiet = now - Math.max(lastHandled ?? began, waitsUntil(heldUntil));
  if (last === undefined || last.at < began) return quiet > quietAfter ? 'empty' : undefined;
  // Counted before the last rows were handled, it says nothing of them.
  if (last.rows === 0 && last.at >= (lastHandled ?? began)) return 'empty';
  return quiet > stuckAfter ? 'stuck' : undefined;
}
