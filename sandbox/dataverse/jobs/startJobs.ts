import type { Organization } from '../organization/organization.js';
import { startPasses } from './passes.js';
import type { Worker } from './passes.js';
import { resumeJobs, runJobs } from './runJobs.js';

/** How the worker that runs system jobs goes about it. */
export interface JobWorkerOptions {
  /** Pause between two passes, in milliseconds. */
  readonly intervalMs: number;
  /** Told when a pass breaks off; the worker goes on with the next one. */
  readonly onError?: (error: unknown) => void;
}

/** Starts the asynchronous service: runs system jobs as they come, until stopped. */
export function startJobs(organization: Organization, { intervalMs, onError }: JobWorkerOptions): Worker {
  resumeJobs(organization);
  return startPasses(() => runJobs(organization), intervalMs, onError);
}
