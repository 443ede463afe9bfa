import { describeOwnOptions } from '../definition/choice.js';
import type { ColumnSource } from '../definition/wanted.js';
import { changeColumn, type ColumnPlace } from './changeColumn.js';
import { create, type Step } from './step.js';

/**
 * A column: created when it is the solution's own and not there, changed where it is otherwise. Lookups are created with
 * their relationships.
 *
 * @throws Mistake when the environment has a column of this name that is of another type or choice
 */
export function planColumn(column: ColumnSource, place: ColumnPlace): readonly Step[] {
  const there = place.found?.columns.get(column.name);
  if (there !== undefined) return changeColumn(column, there, place);
  return column.origin === 'column' && !place.isPrimary ? [make(column, place)] : [];
}

function make({ name, definition, choice, options }: ColumnSource, { table }: ColumnPlace): Step {
  const title = `Create column ${table}.${name}`;
  const path = `EntityDefinitions(LogicalName='${table}')/Attributes`;
  if (choice !== undefined)
    return create(title, path, definition, {
      property: 'GlobalOptionSet@odata.bind',
      to: 'choice',
      name: choice,
    });
  const own =
    options === undefined
      ? {}
      : { OptionSet: describeOwnOptions(definition.AttributeType === 'Boolean', options) };
  return create(title, path, { ...definition, ...own });
}
