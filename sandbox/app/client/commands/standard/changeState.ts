import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host, LookupRow } from '../../host/host.js';
import { countedLabel } from './countedLabel.js';
import { eachRow } from './eachRow.js';
import { rowPath } from '../../host/rowPath.js';

/** The two states that rows are switched between. */
export type SwitchedState = 'active' | 'inactive';

const stateCodes = { active: 0, inactive: 1 } as const;

/**
 * Whether rows of a table are activated and deactivated: it has both states, and is no activity, whose states mean
 * something else.
 */
export function hasStates({ columns, isActivity }: TableDefinition): boolean {
  const states = columns['statecode']?.options?.map(({ value }) => value) ?? [];
  return !isActivity && Object.values(stateCodes).every((code) => states.includes(code));
}

/** Asks whether rows shall be activated or deactivated. */
export async function confirmState(
  host: Host,
  table: TableDefinition,
  count: number,
  state: SwitchedState,
): Promise<boolean> {
  const words = state === 'active' ? 'activate' : 'deactivate';
  const { confirmed } = await host.dialogs.confirm({
    title: host.text(`commands.${words}Title`, table.label),
    text: host.text(`commands.${words}Text`, countedLabel(table, count)),
    confirmButtonLabel: host.text(`commands.${words}`),
    cancelButtonLabel: host.text('commands.cancel'),
  });
  return confirmed;
}

/** Sets the state with its default status reason. @throws what `eachRow` throws */
export async function setState(
  host: Host,
  table: TableDefinition,
  rows: readonly LookupRow[],
  state: SwitchedState,
): Promise<void> {
  const statecode = stateCodes[state];
  const statuscode = table.columns['statecode']?.options?.find(
    ({ value }) => value === statecode,
  )?.defaultStatus;
  const body = { statecode, ...(statuscode === undefined ? {} : { statuscode }) };
  const progress = host.text(state === 'active' ? 'commands.activating' : 'commands.deactivating');
  await eachRow(host, rows, progress, (row) =>
    host.api.send({
      method: 'PATCH',
      path: rowPath(host.definition, row),
      headers: { 'If-Match': '*' },
      body,
    }),
  );
}
