import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host, LookupRow } from '../../host/host.js';
import { countedLabel } from './countedLabel.js';
import { eachRow } from './eachRow.js';

export interface Workflow {
  readonly id: string;
  readonly name: string;
}

/** The activated background workflows that users may run on rows of a table, by name. @throws ApiError */
export async function readWorkflows(host: Host, table: TableDefinition): Promise<readonly Workflow[]> {
  const filter =
    'type eq 1 and category eq 0 and mode eq 0 and statecode eq 1 and ondemand eq true' +
    ` and primaryentity eq '${table.logicalName}'`;
  const answer = await host.api.send({
    method: 'GET',
    path: `workflows?$select=workflowid,name&$filter=${encodeURIComponent(filter)}&$orderby=name`,
  });
  const { value } = answer.json() as {
    readonly value: readonly { readonly workflowid: string; readonly name: string }[];
  };
  return value.map(({ workflowid, name }) => ({ id: workflowid, name }));
}

/**
 * Asks, starts a workflow on each row (ExecuteWorkflow action) and says that it is under way: what becomes of it shows
 * later, in the system jobs.
 * @throws what `eachRow` throws
 */
export async function runWorkflow(
  host: Host,
  table: TableDefinition,
  workflow: Workflow,
  rows: readonly LookupRow[],
): Promise<void> {
  const counted = countedLabel(table, rows.length);
  const { confirmed } = await host.dialogs.confirm({
    title: host.text('commands.runTitle'),
    text: host.text('commands.runText', workflow.name, counted),
    confirmButtonLabel: host.text('commands.ok'),
    cancelButtonLabel: host.text('commands.cancel'),
  });
  if (!confirmed) return;
  await eachRow(host, rows, host.text('commands.running', workflow.name), (row) =>
    host.api.send({
      method: 'POST',
      path: `workflows(${workflow.id})/Microsoft.Dynamics.CRM.ExecuteWorkflow`,
      body: { EntityId: row.id },
    }),
  );
  host.notifications.add({
    level: 'success',
    message: host.text('commands.started', workflow.name, counted),
    showCloseButton: true,
  });
}
