import { isPolymorphic, quote, tableName, typeColumn } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { OneToMany } from '../metadata/model.js';
import type { Session } from './organization.js';

/** The rows that refer to a row through a relationship, whoever asks. */
export function referencingRows({ organization }: Session, relationship: OneToMany, id: string): StoredRow[] {
  const { catalogue, store } = organization;
  const table = catalogue.table(relationship.referencingTable);
  const column = table.columns.get(relationship.referencingColumn);
  if (!column) throw new Error(`${relationship.schemaName} names an unknown column.`);
  const ofTable = isPolymorphic(column) ? ` AND ${quote(typeColumn(column))} = ?` : '';
  const parameters = isPolymorphic(column) ? [id, relationship.referencedTable] : [id];
  return store.all(
    `SELECT * FROM ${tableName(table)} WHERE ${quote(column.logicalName)} = ?${ofTable}`,
    parameters,
  );
}
