import { errors } from '../errors.js';
import type { ChoiceOption, Column, Table } from '../metadata/model.js';

/** A row's state with its status reason. */
export interface RowState {
  readonly state: number;
  readonly status: number;
}

/** What a write says about the state; undefined where it says nothing. */
export interface StateChange {
  readonly state?: number;
  readonly status?: number;
}

/**
 * The state of a new row. Dataverse lets no row be created in another state than the first one; the status reason may
 * be any of that state ("Define custom state model transitions").
 *
 * @param mayChooseState the platform itself creates rows in any state
 * @returns undefined for tables without states
 * @throws DataverseError 400 0x80048408 when the status reason belongs to another state, 0x80040203 for another state
 */
export function stateOnCreate(
  table: Table,
  change: StateChange,
  mayChooseState: boolean,
): RowState | undefined {
  const columns = stateColumns(table);
  if (!columns) return undefined;
  const first = columns.state.defaultValue ?? columns.state.choice?.options[0]?.value ?? 0;
  if (change.state !== undefined && change.state !== first && !mayChooseState) {
    throw errors.invalidArgument(
      `A row of ${table.logicalName} cannot be created with statecode ${String(change.state)}; create it with ${String(first)}, then update it.`,
    );
  }
  const state = change.state ?? first;
  return agreed(table, columns, state, change.status ?? defaultStatus(columns, state));
}

/**
 * The state of a row after a change of state, status reason or both: a state alone brings its default status reason; a
 * status reason alone must belong to the row's state.
 *
 * @throws DataverseError 400 0x80048408 when state and status reason do not belong together
 */
export function stateOnUpdate(table: Table, before: RowState, change: StateChange): RowState {
  const columns = stateColumns(table);
  if (!columns || (change.state === undefined && change.status === undefined)) return before;
  const state = change.state ?? before.state;
  const kept = state === before.state ? before.status : defaultStatus(columns, state);
  return agreed(table, columns, state, change.status ?? kept);
}

interface StateColumns {
  readonly state: Column;
  readonly status: Column;
}

function stateColumns(table: Table): StateColumns | undefined {
  const state = table.columns.get('statecode');
  const status = table.columns.get('statuscode');
  return state && status ? { state, status } : undefined;
}

function agreed(
  table: Table,
  { state, status }: StateColumns,
  stateValue: number,
  statusValue: number,
): RowState {
  if (!optionOf(state, stateValue)) throw errors.choiceRange('statecode', stateValue);
  const reason = optionOf(status, statusValue);
  if (!reason || reason.state !== stateValue)
    throw errors.stateMismatch(statusValue, stateValue, table.logicalName);
  return { state: stateValue, status: statusValue };
}

function defaultStatus({ state, status }: StateColumns, stateValue: number): number {
  const named = optionOf(state, stateValue)?.defaultStatus;
  const first = status.choice?.options.find((option) => option.state === stateValue)?.value;
  return named ?? first ?? stateValue + 1;
}

function optionOf(column: Column, value: number): ChoiceOption | undefined {
  return column.choice?.options.find((option) => option.value === value);
}
