import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Organization } from '../organization/organization.js';
import { startPasses } from './passes.js';
import type { Worker } from './passes.js';
import { processes } from './processes.js';
import { resumeJobs, runJobs } from './runJobs.js';

/** How the worker that runs system jobs goes about it. */
export interface JobWorkerOptions {
  /** Pause between two passes, in milliseconds. */
  readonly intervalMs: number;
  /** Told when a pass breaks off; the worker goes on with the next one. */
  readonly onError?: (error: unknown) => void;
}

/** Jobs that run without letting a request in between. */
const atATime = 20;

/** Starts the asynchronous service: runs system jobs as they come, until stopped. */
export function startJobs(organization: Organization, { intervalMs, onError }: JobWorkerOptions): Worker {
  resumeJobs(organization);
  return startPasses(() => runAllJobs(organization), intervalMs, onError);
}

/** The jobs that wait, the event loop free after each few of them. */
async function runAllJobs(organization: Organization): Promise<void> {
  for (;;) {
    const { succeeded, failed } = runJobs(organization, processes, atATime);
    if (succeeded + failed < atATime) return;
    await nextTurn();
  }
}
