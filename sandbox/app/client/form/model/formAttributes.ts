import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import { cellsOf } from '../../../definition/form/cellsOf.js';
import type { FormDefinition } from '../../../definition/form/formDefinition.js';
import { createAttribute, type OpenAttribute } from './createAttribute.js';
import { declaredHandlers } from './declaredHandlers.js';
import { defaultValue } from '../../values/defaultValue.js';
import type { AttributeValue } from '../../values/attributeValue.js';
import type { FormScope } from './formScope.js';

/** Columns that every form knows, shown or not. */
const always = ['ownerid', 'statecode', 'statuscode'];

/**
 * The attributes of a form by column: those of its fields, those that every form has, and those a new row is prefilled
 * with. A new row starts with defaults, over which the given values go.
 * @param given undefined for a row that is saved already
 */
export function formAttributes(
  scope: FormScope,
  form: FormDefinition,
  given: Readonly<Record<string, AttributeValue>> | undefined,
): ReadonlyMap<string, OpenAttribute> {
  const { table, host } = scope;
  const names = new Set([...columnsOf(form), ...always, ...Object.keys(given ?? {})]);
  const columns = [...names].flatMap((name) => table.columns[name] ?? []);
  return new Map(
    columns.map((column) => [
      column.logicalName,
      createAttribute(scope, {
        column,
        initial: given
          ? (given[column.logicalName] ?? defaultValue(table, column, host.definition.user))
          : null,
        handlers: declaredHandlers(form, host.scripts, 'onchange', column.logicalName),
      }),
    ]),
  );
}

/** The columns a form shows, and the lookups that its quick view forms follow. */
function columnsOf(form: FormDefinition): readonly string[] {
  return cellsOf(form).flatMap(({ control }) => control?.column ?? control?.quickView?.lookup ?? []);
}

/** What a form reads of a row: its attributes, and the name it is called by. */
export function readColumns(table: TableDefinition, attributes: Iterable<string>) {
  const names = new Set([...attributes, ...(table.primaryName === undefined ? [] : [table.primaryName])]);
  return [...names].flatMap((name) => table.columns[name] ?? []);
}
