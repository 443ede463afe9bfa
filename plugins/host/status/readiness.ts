import type { Logger } from 'pino';
import { InvitationError } from '../../errors/invitationError.js';

/** Why the service, or a part of it, cannot do its work now. */
export interface Problem {
  /** The part that reports it: `dataverse`, `settings`, `send`. */
  readonly part: string;
  /** A code of the catalogue, or `UNEXPECTED`. */
  readonly code: string;
  readonly message: string;
}

/**
 * What stands between the service and its work. Each part reports its problem and takes it back; a problem is logged when it comes,
 * when it changes and when it goes, and not each time it is met.
 */
export interface Readiness {
  report(part: string, error: unknown): void;
  clear(part: string): void;
  problems(): readonly Problem[];
}

/** Nothing stands in the way yet. @param log gets each problem once */
export function createReadiness(log: Logger): Readiness {
  const problems = new Map<string, Problem>();
  return {
    report(part, error) {
      const problem = problemOf(part, error);
      const known = problems.get(part);
      problems.set(part, problem);
      if (known && sameProblem(known, problem)) return;
      log.error(
        { part, ...(error instanceof InvitationError ? { errorCode: error.code } : { error }) },
        problem.message,
      );
    },
    clear(part) {
      if (problems.delete(part)) log.info({ part }, `${part}: the problem is gone`);
    },
    problems: () => [...problems.values()],
  };
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Dataverse likes to name the row it was asked about, and the next row has the same problem. */
function sameProblem(one: Problem, other: Problem): boolean {
  return one.code === other.code && one.message.replace(ids, '') === other.message.replace(ids, '');
}

function problemOf(part: string, error: unknown): Problem {
  if (error instanceof InvitationError) return { part, code: error.code, message: error.message };
  // The sentence of an error nobody foresaw may say anything, so it stays in the log.
  return { part, code: 'UNEXPECTED', message: `${part} met an unexpected error; the log has it.` };
}
