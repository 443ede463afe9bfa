import type { Progress } from '../progress.js';
import type { Processes } from './processes.js';

/** What every measurement works with. */
export interface Workplace {
  /** Path of the service's bundle. */
  readonly bundle: string;
  readonly processes: Processes;
  readonly progress: Progress;
}
