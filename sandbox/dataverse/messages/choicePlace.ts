import { errors } from '../errors.js';
import { withChoice, withColumns } from '../metadata/customizations.js';
import type { Choice, ChoiceOption, Column, Table } from '../metadata/model.js';
import { beginChange, commit, tableOf, type Change } from '../webapi/define/change.js';
import type { MessageCall } from './message.js';
import { hasParameter, booleanParameter, optionalText, textParameter } from './parameters.js';

/** Whose options a message changes: those of a global choice, or of one column's own. */
export interface ChoicePlace {
  readonly choice: Choice;
  readonly column?: { readonly table: Table; readonly column: Column };
  /** States and status reasons of the column's table. */
  readonly states: readonly ChoiceOption[];
  readonly statuses: readonly ChoiceOption[];
}

/**
 * Begins a change of options: finds the choice that `OptionSetName`, or `EntityLogicalName` and `AttributeLogicalName`
 * name.
 *
 * @param only the column that the message is for, where it is for one
 * @throws DataverseError 400 or 404 when there is no such choice; 403 without the privilege
 */
export function beginOptionChange(
  call: MessageCall,
  only?: 'statecode' | 'statuscode',
): { readonly change: Change; readonly place: ChoicePlace } {
  const global = optionalText(call, 'OptionSetName');
  const change = beginChange(
    call.request,
    global === undefined || only !== undefined ? 'prvWriteAttribute' : 'prvWriteOptionSet',
    {
      solution: optionalText(call, 'SolutionUniqueName'),
      merge: hasParameter(call, 'MergeLabels') ? booleanParameter(call, 'MergeLabels') : undefined,
    },
  );
  if (global !== undefined && only === undefined) return { change, place: globalPlace(change, global) };
  const table = tableOf(change, textParameter(call, 'EntityLogicalName'));
  const name = only ?? textParameter(call, 'AttributeLogicalName');
  return { change, place: columnPlace(table, name) };
}

/** Puts other options in force. */
export function commitOptions(change: Change, place: ChoicePlace, options: readonly ChoiceOption[]): void {
  const choice = { ...place.choice, options };
  commit(
    change,
    place.column === undefined
      ? withChoice(change.layer, choice)
      : withColumns(change.layer, place.column.table, [{ ...place.column.column, choice }]),
  );
}

function globalPlace({ catalogue }: Change, name: string): ChoicePlace {
  const choice = catalogue.choices.get(name);
  if (choice === undefined) throw errors.metadataNotFound('OptionSetMetadataBase', 'Name', name);
  return { choice, states: [], statuses: [] };
}

function columnPlace(table: Table, name: string): ChoicePlace {
  const column = table.columns.get(name);
  if (column === undefined) throw errors.unknownAttribute(table.logicalName, name);
  const { choice } = column;
  if (choice === undefined) throw errors.invalidArgument(`The column '${name}' has no options.`);
  if (choice.isGlobal)
    throw errors.invalidArgument(`The column '${name}' has a global choice: name it with OptionSetName.`);
  const optionsOf = (other: string) => table.columns.get(other)?.choice?.options ?? [];
  return {
    choice,
    column: { table, column },
    states: optionsOf('statecode'),
    statuses: optionsOf('statuscode'),
  };
}
