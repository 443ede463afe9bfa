import type { Session } from '../../organization/organization.js';
import { quote, tableName } from '../../storage/columns.js';

/** A row that a lookup points to. */
export interface Pointer {
  readonly table: string;
  readonly id: string;
}

/**
 * The primary names of rows, by id: one statement for each table, however many rows. Names are shown to everybody who
 * may read the row that points to them, as Dataverse does.
 */
export function lookupNames(
  { organization }: Session,
  pointers: readonly Pointer[],
): ReadonlyMap<string, string> {
  const idsByTable = new Map<string, Set<string>>();
  for (const { table, id } of pointers) {
    const ids = idsByTable.get(table) ?? new Set<string>();
    idsByTable.set(table, ids.add(id));
  }
  const names = new Map<string, string>();
  for (const [name, ids] of idsByTable) {
    const table = organization.catalogue.tables.get(name);
    if (table?.primaryName === undefined) continue;
    const rows = organization.store.all(
      `SELECT ${quote(table.primaryId)} AS id, ${quote(table.primaryName)} AS name FROM ${tableName(table)} WHERE ${quote(table.primaryId)} IN (SELECT value FROM json_each(?))`,
      [JSON.stringify([...ids])],
    );
    for (const row of rows) {
      if (row['name'] !== null) names.set(String(row['id']), String(row['name']));
    }
  }
  return names;
}
