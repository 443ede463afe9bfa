import type { Reference } from '../organization/attributes.js';
import { createRow } from '../organization/createRow.js';
import type { Session } from '../organization/organization.js';
import { systemSession } from '../organization/systemSession.js';
import type { StoredRow } from '../storage/store.js';
import { jobStatus, WORKFLOW_OPERATION } from './jobStatus.js';

/**
 * Queues a process to be run on a row, as a system job that belongs to the session's caller.
 *
 * @param workflow the definition as stored
 * @returns the job's id (`asyncoperationid`)
 */
export function createJob(session: Session, workflow: StoredRow, regarding: Reference): string {
  const { organization, caller } = session;
  const activation = organization.store.one(
    'SELECT workflowid FROM workflow WHERE parentworkflowid = ? AND type = 2',
    [String(workflow['workflowid'])],
  );
  return createRow(systemSession(organization), organization.catalogue.table('asyncoperation'), {
    name: String(workflow['name']),
    operationtype: WORKFLOW_OPERATION,
    workflowactivationid: { table: 'workflow', id: String((activation ?? workflow)['workflowid']) },
    regardingobjectid: regarding,
    ownerid: { table: 'systemuser', id: caller.userId },
    ...jobStatus.waiting,
  });
}
