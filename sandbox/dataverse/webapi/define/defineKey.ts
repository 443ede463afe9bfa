import { errors } from '../../errors.js';
import { withKey, withoutKey } from '../../metadata/customizations.js';
import { metadataId } from '../../metadata/metadataId.js';
import type { AlternateKey, Column, Table } from '../../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { readBody } from '../write/jsonBody.js';
import { noContent } from '../write/responses.js';
import { labelsOf } from './body/label.js';
import { required, textOf, textsOf } from './body/properties.js';
import { requireCustomName } from './body/schemaName.js';
import { beginChange, commit, tableOf } from './change.js';
import { defined } from './defined.js';

/** Most columns of an alternate key ("Define alternate keys for a table"). */
const mostKeyColumns = 16;

/** Types of columns that an alternate key may have (the same page). */
const keyTypes: ReadonlySet<Column['type']> = new Set([
  'nvarchar',
  'int',
  'decimal',
  'datetime',
  'lookup',
  'picklist',
]);

/** `POST EntityDefinitions(…)/Keys`: a new alternate key, which is active at once. */
export function createKey(request: ApiRequest, tableName: string): ApiResponse {
  const change = beginChange(request, 'prvWriteEntity');
  const table = tableOf(change, tableName);
  const body = readBody(request);
  const schemaName = requireCustomName(required(textOf(body, 'SchemaName'), 'SchemaName'));
  const key: AlternateKey = {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    columns: textsOf(body, 'KeyAttributes').map((name) => name.toLowerCase()),
    labels: labelsOf(body, 'DisplayName', change.rules),
  };
  requireKey(table, key);
  commit(change, withKey(change.layer, table, key));
  return defined(
    request,
    `EntityDefinitions(LogicalName='${tableName}')/Keys`,
    metadataId('key', tableName, key.logicalName),
  );
}

/** `DELETE EntityDefinitions(…)/Keys(…)`: an alternate key that was created over the Web API. */
export function deleteKey(request: ApiRequest, tableName: string, name: string): ApiResponse {
  const change = beginChange(request, 'prvWriteEntity');
  const part = change.layer.tables.find(({ logicalName }) => logicalName === tableName);
  if (part === undefined || part.keys.every(({ logicalName }) => logicalName !== name)) {
    throw errors.notEmulated(`deleting the key ${name} of a solution's files`);
  }
  commit(change, withoutKey(change.layer, tableName, name));
  return noContent;
}

function requireKey(table: Table, { logicalName, columns }: AlternateKey): void {
  if (table.keys.some((key) => key.logicalName === logicalName)) {
    throw errors.duplicateComponent('EntityKey', logicalName);
  }
  if (columns.length === 0 || columns.length > mostKeyColumns)
    throw errors.invalidArgument(`KeyAttributes must name 1 to ${String(mostKeyColumns)} columns.`);
  for (const name of columns) {
    const column = table.columns.get(name);
    if (column === undefined) throw errors.unknownAttribute(table.logicalName, name);
    if (!keyTypes.has(column.type) || column.secured)
      throw errors.invalidArgument(`The column '${name}' cannot be part of an alternate key.`);
  }
}
