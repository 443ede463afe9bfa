import { errors, type DataverseError } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { Attributes } from '../../organization/attributes.js';
import type { Session } from '../../organization/organization.js';
import { updateRow } from '../../organization/updateRow.js';
import type { WriteConditions } from '../../organization/versionCheck.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { findByKey } from '../read/resolveKey.js';
import type { Key, ResourcePath } from '../url/path.js';
import { readConditions } from './conditions.js';
import { insertDeep } from './deepInsert.js';
import type { JsonObject } from './jsonBody.js';
import { readBody } from './jsonBody.js';
import { keyAttributes, keyColumns } from './keyAttributes.js';
import { readPayload } from './payload.js';
import { patched } from './responses.js';

/**
 * `PATCH set(key)`: updates the row, or creates it when there is none and no If-Match forbids it ("Upsert a table row").
 *
 * @throws DataverseError 404 when If-Match asks for a row that is missing; 412 0x80040237 when If-None-Match: * meets a row
 */
export function patch(request: ApiRequest, path: ResourcePath, table: Table, key: Key): ApiResponse {
  const { session } = request;
  const conditions = readConditions(request);
  const payload = readBody(request);
  const id = findByKey(session, table, key);
  if (id === undefined) {
    if (conditions.mustExist) throw missingRow(table, key);
    return patched(request, path, table, insertByKey(session, table, key, payload), true);
  }
  if (conditions.mustNotExist) throw errors.duplicateRecord();
  updateByKey(session, table, key, id, payload, conditions);
  return patched(request, path, table, id, false);
}

/** Creates the row a key names: what the payload says about the key's columns wins over the URL. */
export function insertByKey(session: Session, table: Table, key: Key, payload: JsonObject): string {
  return insertDeep(session, table, payload, { fallback: keyAttributes(table, key) });
}

/** Updates the row a key has found: what the payload says about the key's columns is dropped. */
export function updateByKey(
  session: Session,
  table: Table,
  key: Key,
  id: string,
  payload: JsonObject,
  conditions: WriteConditions = {},
): void {
  const dropped = new Set(keyColumns(table, key));
  const attributes = Object.entries(updatedAttributes(session, table, payload));
  updateRow(
    session,
    table,
    id,
    Object.fromEntries(attributes.filter(([name]) => !dropped.has(name))),
    conditions,
  );
}

/** An update changes one row: related rows can be bound to its lookups, not created with it. */
function updatedAttributes(session: Session, table: Table, payload: JsonObject): Attributes {
  const { attributes, lookups, collections } = readPayload(session, table, payload);
  if (lookups.length > 0 || collections.length > 0) {
    throw errors.badPayload(table.logicalName, 'Deep update of navigation properties is not allowed.');
  }
  return attributes;
}

/** The refusal when a key finds no row. */
export function missingRow(table: Table, key: Key): DataverseError {
  return key.kind === 'id'
    ? errors.notFound(table.logicalName, key.id)
    : errors.notFoundByKey(table.logicalName);
}
