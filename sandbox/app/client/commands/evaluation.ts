import type { Host } from '../host/host.js';
import type { CommandSource } from './commandSource.js';
import type { CommandContexts } from './contexts.js';
import type { Answer } from './rules/answer.js';
import type { RowAccess } from './rules/rowAccess.js';

/** One round of asking all rules of a bar. */
export interface Evaluation {
  readonly host: Host;
  readonly source: CommandSource;
  readonly contexts: CommandContexts;
  readonly rowAccess: RowAccess;
  /** What rules have said in this round, by rule id: a rule of several commands is asked once. */
  readonly answers: Map<string, Answer>;
  /** Aborted when a newer round has begun: nobody waits for the answers any more. */
  readonly signal: AbortSignal;
}
