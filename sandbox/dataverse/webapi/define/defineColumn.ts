import { errors } from '../../errors.js';
import { withColumns, withoutColumn } from '../../metadata/customizations.js';
import { metadataId } from '../../metadata/metadataId.js';
import type { Table } from '../../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { readBody } from '../write/jsonBody.js';
import { noContent } from '../write/responses.js';
import { changedColumn, newColumn } from './body/column.js';
import { required } from './body/properties.js';
import { beginChange, commit, tableOf, type Change } from './change.js';
import { defined } from './defined.js';

/** `POST EntityDefinitions(…)/Attributes`: a new column. */
export function createColumn(request: ApiRequest, tableName: string): ApiResponse {
  const change = beginChange(request, 'prvCreateAttribute');
  const table = tableOf(change, tableName);
  const column = newColumn(readBody(request), {
    ...change.rules,
    table: tableName,
    catalogue: change.catalogue,
  });
  requireFreeColumn(table, column.logicalName);
  commit(change, withColumns(change.layer, table, [column]));
  return defined(request, attributesOf(tableName), metadataId('attribute', tableName, column.logicalName));
}

/** `PUT EntityDefinitions(…)/Attributes(…)`: replaces a column's definition. */
export function updateColumn(request: ApiRequest, tableName: string, name: string): ApiResponse {
  const change = beginChange(request, 'prvWriteAttribute');
  const table = tableOf(change, tableName);
  const before = required(table.columns.get(name), name);
  const rules = { ...change.rules, table: tableName, catalogue: change.catalogue };
  commit(change, withColumns(change.layer, table, [changedColumn(before, readBody(request), rules)]));
  return noContent;
}

/** `DELETE EntityDefinitions(…)/Attributes(…)`: a column that was created over the Web API, with what its rows hold in it. */
export function deleteColumn(request: ApiRequest, tableName: string, name: string): ApiResponse {
  const change = beginChange(request, 'prvDeleteAttribute');
  const table = tableOf(change, tableName);
  const column = required(table.columns.get(name), name);
  if (!column.isCustom || name === table.primaryId || name === table.primaryName)
    throw errors.systemComponent(name);
  if (isInSolution(change, tableName, name))
    throw errors.notEmulated(`deleting the column ${name} of a solution's files`);
  if (table.keys.some(({ columns }) => columns.includes(name))) throw errors.componentInUse(name);
  if (column.type === 'lookup') throw errors.notEmulated('deleting a lookup without its relationship');
  commit(change, withoutColumn(change.layer, tableName, name));
  return noContent;
}

/** @throws DataverseError 400 0x80047013 when the table has a column of this name */
export function requireFreeColumn(table: Table, name: string): void {
  if (table.columns.has(name)) throw errors.duplicateAttribute(name);
}

/** Address of a table's columns, as it stands in the answer to a new one. */
function attributesOf(tableName: string): string {
  return `EntityDefinitions(LogicalName='${tableName}')/Attributes`;
}

function isInSolution({ catalogue }: Change, tableName: string, name: string): boolean {
  return catalogue.solutions.some(({ tables }) =>
    tables.some(
      ({ logicalName, columns }) =>
        logicalName === tableName && columns.some((column) => column.logicalName === name),
    ),
  );
}
