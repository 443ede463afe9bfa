import type { Logger } from 'pino';
import type { Happening } from '../../../contract/telemetry.js';
import { counted, ended, handled, held, idle, type Progress } from './progress.js';
import { closingLine, progressLine } from './progressLine.js';

/** Says in the log how sending goes on. */
export interface ProgressLog {
  happened(what: Happening, times: number): void;
  counted(rows: number, more: boolean): void;
  /** A row of the send plugin is through. */
  handled(): void;
  requested(): void;
  /** Dataverse has an identity wait; the first is 0. */
  held(identity: number, milliseconds: number): void;
  /** The pace of a mailbox has held mails back. */
  paced(mailsPerMinute: number): void;
  /** Looks whether there is something to say. To be called every few seconds. */
  tick(): void;
}

/** What a progress log works with. */
export interface ProgressLogOptions {
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many identities the service works as. */
  readonly identities: () => number;
}

/** A line at most so often, in milliseconds. */
const sayEvery = 30_000;
/** A run of fewer rows, without any line before, ends without one: each of its rows has its own. */
const worthALine = 10;

/** Nothing has happened yet. */
export function createProgressLog(options: ProgressLogOptions): ProgressLog {
  const { log, now, identities } = options;
  let progress = idle;
  let said: { readonly at: number; readonly progress: Progress } | undefined;
  const change = (to: Partial<Progress>): void => {
    progress = { ...progress, ...to };
  };
  const close = (end: 'empty' | 'stuck'): void => {
    if (said !== undefined || progress.handled >= worthALine) log.info(closingLine(progress, end));
    // Who has to wait has to do so after a run too.
    progress = { ...idle, heldUntil: progress.heldUntil };
    said = undefined;
  };
  /** Nothing new is no news. */
  const isNews = (): boolean =>
    said === undefined ||
    said.progress.handled !== progress.handled ||
    said.progress.waitedMilliseconds !== progress.waitedMilliseconds;

  return {
    happened(what, times) {
      if (what === 'sent' || what === 'skipped' || what === 'failed')
        change({ [what]: progress[what] + times });
    },
    counted(rows, more) {
      progress = counted(progress, rows, more, now());
    },
    handled() {
      progress = handled(progress, now());
    },
    requested() {
      if (progress.began !== undefined) change({ requests: progress.requests + 1 });
    },
    held(identity, milliseconds) {
      const until = Array.from({ length: identities() }, (_, index) =>
        Math.max(progress.heldUntil[index] ?? 0, index === identity ? now() + milliseconds : 0),
      );
      if (progress.began === undefined) change({ heldUntil: until });
      else progress = held(progress, until, now());
    },
    paced(mailsPerMinute) {
      change({ paced: { at: now(), mailsPerMinute } });
    },
    tick() {
      if (progress.began === undefined) return;
      const end = ended(progress, now());
      if (end !== undefined) return close(end);
      if (now() - (said?.at ?? progress.began) < sayEvery || !isNews()) return;
      said = { at: now(), progress };
      log.info(progressLine(progress, now()));
    },
  };
}
