import type { Table } from '../../metadata/model.js';
import { associate } from '../../organization/associate.js';
import type { Attributes, AttributeValue } from '../../organization/attributes.js';
import { createRow } from '../../organization/createRow.js';
import type { Session } from '../../organization/organization.js';
import { updateRow } from '../../organization/updateRow.js';
import type { JsonObject } from './jsonBody.js';
import { readPayload } from './payload.js';
import type { NestedCollection } from './rowPayload.js';

/** Attributes of a new row besides those of its payload. */
export interface Given {
  /** Count where the payload says nothing. */
  readonly fallback?: Attributes;
  /** Count whatever the payload says. */
  readonly fixed?: Attributes;
}

/**
 * Creates a row with everything its JSON brings along, at any depth: rows its lookups refer to first, the row, then the
 * rows of its collections. One transaction.
 *
 * @returns the row's id
 * @throws DataverseError as `readPayload` and `createRow` do
 */
export function insertDeep(session: Session, table: Table, json: JsonObject, given: Given = {}): string {
  const { store, catalogue } = session.organization;
  return store.transaction(() => {
    const { attributes, lookups, collections } = readPayload(session, table, json);
    const created: Record<string, AttributeValue> = {};
    for (const lookup of lookups) {
      const id = insertDeep(session, catalogue.table(lookup.table), lookup.payload);
      created[lookup.column] = { table: lookup.table, id };
    }
    const id = createRow(session, table, { ...given.fallback, ...attributes, ...created, ...given.fixed });
    for (const collection of collections) tie(session, table, id, collection);
    return id;
  });
}

function tie(
  session: Session,
  table: Table,
  id: string,
  { navigation, create, bind }: NestedCollection,
): void {
  const target = session.organization.catalogue.table(navigation.target);
  if (navigation.kind === 'collection') {
    const parent: Attributes = { [navigation.column]: { table: table.logicalName, id } };
    for (const json of create) insertDeep(session, target, json, { fixed: parent });
    for (const row of bind) updateRow(session, target, row.id, parent);
    return;
  }
  const farIds = [...create.map((json) => insertDeep(session, target, json)), ...bind.map((row) => row.id)];
  for (const farId of farIds) associate(session, navigation, id, farId);
}
