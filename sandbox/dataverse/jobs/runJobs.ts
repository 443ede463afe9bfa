import type { Attributes } from '../organization/attributes.js';
import type { Organization } from '../organization/organization.js';
import { callerFor } from '../organization/security/callerFor.js';
import { systemSession } from '../organization/systemSession.js';
import { updateRow } from '../organization/updateRow.js';
import type { StoredRow } from '../storage/store.js';
import { jobStatus, WORKFLOW_OPERATION } from './jobStatus.js';
import { processes } from './processes.js';
import type { Process } from './processes.js';

/** What one pass did, in numbers of jobs. */
export interface JobResult {
  readonly succeeded: number;
  readonly failed: number;
}

/**
 * Runs system jobs that wait, oldest first: all of them, or as many as `limit` allows, so that requests get their turn
 * between. A job's steps and its end are one transaction: a job that was begun
 * when the process died has done nothing and is run again after `resumeJobs`.
 */
export function runJobs(
  organization: Organization,
  known: readonly Process[] = processes,
  limit = -1,
): JobResult {
  const { statecode, statuscode } = jobStatus.waiting;
  const waiting = organization.store.all(
    `SELECT * FROM asyncoperation WHERE statecode = ? AND statuscode = ? AND operationtype = ? ORDER BY versionnumber LIMIT ?`,
    [statecode, statuscode, WORKFLOW_OPERATION, limit],
  );
  const ends = waiting.map((job) => runJob(organization, job, known));
  const succeeded = ends.filter((ok) => ok).length;
  return { succeeded, failed: ends.length - succeeded };
}

/** To be called before the first pass: jobs that were in progress when the sandbox ended wait again. */
export function resumeJobs(organization: Organization): void {
  const { statecode, statuscode } = jobStatus.inProgress;
  const begun = organization.store.all(
    'SELECT asyncoperationid FROM asyncoperation WHERE statecode = ? AND statuscode = ?',
    [statecode, statuscode],
  );
  for (const { asyncoperationid } of begun)
    changeJob(organization, String(asyncoperationid), jobStatus.waiting);
}

function runJob(organization: Organization, job: StoredRow, known: readonly Process[]): boolean {
  const id = String(job['asyncoperationid']);
  changeJob(organization, id, { ...jobStatus.inProgress, startedon: now(organization) });
  try {
    organization.store.transaction(() => {
      const process = processOf(organization, job, known);
      process.run(
        { organization, caller: callerFor(organization, String(job['ownerid'])) },
        String(job['regardingobjectid']),
      );
      changeJob(organization, id, { ...jobStatus.succeeded, completedon: now(organization) });
    });
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    changeJob(organization, id, { ...jobStatus.failed, completedon: now(organization), message });
    return false;
  }
}

function processOf({ store }: Organization, job: StoredRow, known: readonly Process[]): Process {
  const started = String(job['workflowactivationid']);
  const row = store.one('SELECT parentworkflowid FROM workflow WHERE workflowid = ?', [started]);
  const definition = row?.['parentworkflowid'] ?? started;
  const process = known.find(({ id }) => id === definition);
  if (process === undefined)
    throw new Error('The sandbox cannot run this process: it has no function of its own.');
  return process;
}

function changeJob(organization: Organization, id: string, changes: Attributes): void {
  updateRow(systemSession(organization), organization.catalogue.table('asyncoperation'), id, changes);
}

function now({ clock }: Organization): string {
  return clock.now().toISOString();
}
