import { errors } from '../../errors.js';
import { metadataId } from '../../metadata/metadataId.js';
import { withoutTable, withTable } from '../../metadata/customizations.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { readBody } from '../write/jsonBody.js';
import { noContent } from '../write/responses.js';
import { beginChange, commit, tableOf, type Change } from './change.js';
import { changedTable, newTable } from './body/table.js';
import { defined } from './defined.js';

/** `POST EntityDefinitions`: a new table with its primary name column. */
export function createTable(request: ApiRequest): ApiResponse {
  const change = beginChange(request, 'prvCreateEntity');
  const table = newTable(readBody(request), change.catalogue, change.rules);
  requireFreeNames(change, table.logicalName, table.setName);
  commit(change, withTable(change.layer, table));
  return defined(request, 'EntityDefinitions', metadataId('entity', table.logicalName));
}

/** `PUT EntityDefinitions(…)`: replaces what a table says of itself. */
export function updateTable(request: ApiRequest, name: string): ApiResponse {
  const change = beginChange(request, 'prvWriteEntity');
  const before = tableOf(change, name);
  const table = changedTable(before, readBody(request), change.rules);
  if (table.setName !== before.setName) requireFreeNames(change, undefined, table.setName);
  commit(change, withTable(change.layer, table));
  return noContent;
}

/** `DELETE EntityDefinitions(…)`: a table with its rows and relationships, when it was created over the Web API. */
export function deleteTable(request: ApiRequest, name: string): ApiResponse {
  const change = beginChange(request, 'prvDeleteEntity');
  const table = tableOf(change, name);
  if (!table.isCustom) throw errors.systemComponent(name);
  const made = change.layer.tables.some((each) => each.logicalName === name && each.primaryId !== undefined);
  if (!made || isInSolution(change, name))
    throw errors.notEmulated(`deleting the table ${name} of a solution's files`);
  const isReferredTo = change.catalogue.oneToMany.some(
    ({ isCustom, referencedTable, referencingTable }) =>
      isCustom && referencedTable === name && referencingTable !== name,
  );
  if (isReferredTo) throw errors.componentInUse(name);
  commit(change, withoutTable(change.layer, name));
  return noContent;
}

function isInSolution({ catalogue }: Change, name: string): boolean {
  return catalogue.solutions.some(({ tables }) => tables.some(({ logicalName }) => logicalName === name));
}

function requireFreeNames(
  { catalogue }: Change,
  logicalName: string | undefined,
  setName: string | undefined,
): void {
  if (logicalName !== undefined && catalogue.tables.has(logicalName)) {
    throw errors.duplicateComponent('Entity', logicalName);
  }
  if (setName !== undefined && catalogue.bySet(setName) !== undefined) {
    throw errors.duplicateComponent('EntitySet', setName);
  }
}
