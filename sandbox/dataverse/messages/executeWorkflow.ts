import { errors } from '../errors.js';
import { createJob } from '../jobs/job.js';
import { requireRunnable } from '../jobs/runRules.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { requireNamedPrivilege } from '../organization/security/requireNamedPrivilege.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import type { Message } from './message.js';
import { guidParameter } from './parameters.js';
import { contextResponse } from './response.js';

/**
 * `ExecuteWorkflow(EntityId)` action, bound to a process: runs it on a row, on demand, as a system job. Every call
 * makes a new job. Answers with the job's id; poll `asyncoperations` for its end.
 */
export const executeWorkflow: Message = {
  name: 'ExecuteWorkflow',
  kind: 'action',
  binding: { to: 'row', tables: ['workflow'] },
  run: (call) => {
    const { session, boundId = '' } = call;
    const { catalogue } = session.organization;
    if (call.parameters['InputArguments'] !== undefined && call.parameters['InputArguments'] !== null) {
      throw errors.notEmulated('ExecuteWorkflow with InputArguments');
    }
    const workflows = catalogue.table('workflow');
    const workflow = retrieveStored(session, workflows, boundId);
    if (workflow === undefined) throw errors.notFound('workflow', boundId);
    requireNamedPrivilege(session, 'prvWorkflowExecution');
    requirePrivilege(session, workflows, 'Read', boundId);
    const table = requireRunnable(session, workflow);

    const rowId = guidParameter(call, 'EntityId');
    if (retrieveStored(session, table, rowId) === undefined) throw errors.notFound(table.logicalName, rowId);
    requirePrivilege(session, table, 'Read', rowId);
    const jobId = createJob(session, workflow, { table: table.logicalName, id: rowId });
    return contextResponse(call.request, 'asyncoperations/$entity', { asyncoperationid: jobId });
  },
};
