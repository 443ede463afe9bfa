import { inviteRedemption as table } from '../../solution/schema.js';
import type { DataverseFailure, Row } from '../dataverse/door.js';
import { lackOfRights } from '../dataverse/failure/lackOfRights.js';
import { invitationError } from '../errors/invitationError.js';
import { reportId } from '../invitation/ids.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import type { Owned } from './reports/ownerTask.js';
import { reportToOwner } from './reports/reportToOwner.js';
import { activityLengths } from './writes/activityLengths.js';

const { state, status, workflowState } = table;
const regarding = table.lookups.regardingInvitation;
const completed = { statecode: state.completed, statuscode: status.completed } as const;

/** A redemption whose workflow has not been started yet. */
export type AwaitingWorkflow = {
  readonly '@odata.etag': string;
  readonly activityid: string;
  readonly _regardingobjectid_value: string | null;
  readonly _inv_contactid_value: string | null;
  readonly description: string | null;
  readonly [regarding]:
    (Owned & { readonly inv_name: string; readonly _inv_workflowid_value: string | null }) | null;
};

/**
 * Starts the workflows of redemptions. It is the only place that does: a redemption leaves its activity open
 * with workflow state Pending, and that row is the order. A crash at any moment leaves the order standing.
 */
export const workflowPlugin: Plugin<AwaitingWorkflow> = {
  name: 'workflow',
  // A workflow runs in the background anyway: it may begin a little later rather than cost requests while there is none.
  idleFactor: 12,

  due: ({ dataverse }) =>
    dataverse.pages<AwaitingWorkflow>({
      set: table.set,
      select: ['description', '_inv_contactid_value', '_regardingobjectid_value'],
      expand: [`${regarding}($select=inv_name,_inv_workflowid_value,_owninguser_value,_owningteam_value)`],
      filter: `statecode eq 0 and inv_workflowstate eq ${workflowState.pending}`,
      orderBy: ['createdon asc'],
      pageSize: 250,
    }),

  idOf: (row) => row.activityid,

  async run(row, context) {
    const workflowId = row[regarding]?._inv_workflowid_value ?? null;
    const contactId = row._inv_contactid_value;
    if (workflowId === null) return fail(row, 'The invitation names no workflow any more.', context);
    if (contactId === null) return fail(row, 'The contact does not exist any more.', context);

    const outcome = await start(row, workflowId, contactId, context);
    switch (outcome.kind) {
      case 'done':
        return 'started';
      case 'changed':
        return 'changed';
      case 'gone':
      case 'exists':
        return fail(row, 'The workflow or the contact does not exist any more.', context);
      case 'refused': {
        const forbidden = lackOfRights(outcome.error, 'starting a workflow');
        if (forbidden) throw forbidden;
        return fail(row, sentence(outcome.error), context);
      }
      case 'unknown':
        // If it happened, the activity is no longer pending; if not, it is tried again.
        return 'unknown';
    }
  },
};

/**
 * Starts the workflow and says so, in one transaction. ExecuteWorkflow is not repeatable: every call makes a
 * job. Apart from the activity's update there would be a moment at which the job exists and the activity does
 * not know, and a crash there would start it twice. A background job is a row, so it is rolled back with the
 * transaction like any other. If-Match lets only one of several services through.
 */
function start(row: AwaitingWorkflow, workflowId: string, contactId: string, { dataverse }: PluginContext) {
  return dataverse.write([
    {
      kind: 'update',
      set: table.set,
      id: row.activityid,
      row: { inv_workflowstate: workflowState.started, ...completed },
      version: row['@odata.etag'],
    },
    {
      kind: 'action',
      set: 'workflows',
      id: workflowId,
      name: 'ExecuteWorkflow',
      parameters: { EntityId: contactId },
    },
  ]);
}

/**
 * Gives up for good, with the reason on the activity and in a task of the owner of the invitation. The task comes first: were it the
 * other way round, a crash in between would leave none.
 */
async function fail(row: AwaitingWorkflow, reason: string, context: PluginContext): Promise<string> {
  const { dataverse, log } = context;
  const invitation = row._regardingobjectid_value ?? 'deleted';
  const { message } = invitationError('INV_WORKFLOW_NOT_STARTABLE', { invitation, reason });
  await report(row, message, context);
  const changes: Row = {
    inv_workflowstate: workflowState.failed,
    description: [row.description, message].filter(Boolean).join('\n').slice(0, activityLengths.description),
    ...completed,
  };
  const outcome = await dataverse.write([
    { kind: 'update', set: table.set, id: row.activityid, row: changes, version: row['@odata.etag'] },
  ]);
  if (outcome.kind === 'refused') {
    throw invitationError('INV_WORKFLOW_FAILED', { invitation, reason: outcome.error.message });
  }
  if (outcome.kind !== 'done') return outcome.kind === 'unknown' ? 'unknown' : 'changed';
  log.warn({ redemption: row.activityid, invitation }, message);
  return 'failed';
}

async function report(row: AwaitingWorkflow, message: string, context: PluginContext): Promise<void> {
  const invitation = row[regarding];
  const contactId = row._inv_contactid_value;
  if (invitation === null || contactId === null) return;
  const task = {
    id: reportId('workflow', invitation.inv_invitationid, contactId),
    subject: `The workflow of the invitation “${invitation.inv_name}” could not be started`,
    description: `${message}\nThe redemption stands and everything else was granted. Start the workflow on the contact by hand.`,
  };
  await reportToOwner(task, invitation, context);
}

/** Error codes of ExecuteWorkflow, in an admin's words. */
const sentences: Readonly<Record<string, string>> = {
  '0x80045047': 'It is a draft.',
  '0x80045046': 'It cannot be run on demand.',
  '0x80045059': 'It cannot be run on demand.',
};

const sentence = ({ code, message }: DataverseFailure): string =>
  sentences[code?.toLowerCase() ?? ''] ?? message;
