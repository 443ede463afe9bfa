import { errors } from '../../errors.js';
import type { AlternateKey, Column, Table } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import { comparand } from '../../query/comparand.js';
import { comparedColumn, quote, tableName } from '../../storage/columns.js';
import type { SqlValue } from '../../storage/store.js';
import type { Key } from '../url/path.js';
import { propertyName } from './translate/property.js';

/**
 * The id of the row a key means, whoever asks.
 * @throws DataverseError 404 when there is no such row, 400 when the columns are not those of an alternate key
 */
export function resolveKey(session: Session, table: Table, key: Key): string {
  const id = findByKey(session, table, key);
  if (id !== undefined) return id;
  const wanted = primaryKeyOf(table, key);
  throw wanted === undefined
    ? errors.notFoundByKey(table.logicalName)
    : errors.notFound(table.logicalName, wanted);
}

/**
 * As resolveKey, but undefined when there is no such row.
 * @throws DataverseError 400 when the columns are not those of an alternate key
 */
export function findByKey({ organization: { store } }: Session, table: Table, key: Key): string | undefined {
  const id = primaryKeyOf(table, key);
  const conditions =
    id === undefined ? alternateKeyConditions(table, key) : [{ column: table.primaryId, value: id }];
  const where = conditions.map(({ column }) => `${quote(column)} = ?`).join(' AND ');
  const found = store.one(
    `SELECT ${quote(table.primaryId)} AS id FROM ${tableName(table)} WHERE ${where}`,
    conditions.map(({ value }) => value),
  );
  return typeof found?.['id'] === 'string' ? found['id'] : undefined;
}

/** The id when the key is one, written bare or as `contactid=…`. */
function primaryKeyOf(table: Table, key: Key): string | undefined {
  if (key.kind === 'id') return key.id;
  const value = key.parts.size === 1 ? key.parts.get(table.primaryId) : undefined;
  if (value === undefined) return undefined;
  const column = table.columns.get(table.primaryId);
  return column === undefined ? undefined : String(comparand(column, value));
}

function alternateKeyConditions(table: Table, key: Key): { column: string; value: SqlValue }[] {
  if (key.kind === 'id') return [];
  const columns = [...key.parts].map(([name, value]) => ({ column: keyColumn(table, name), value }));
  if (
    !table.keys.some((candidate) =>
      isKey(
        candidate,
        columns.map(({ column }) => column),
      ),
    )
  ) {
    throw errors.keyNotDefined(table.logicalName);
  }
  return columns.map(({ column, value }) => ({
    column: comparedColumn(column),
    value: comparand(column, value),
  }));
}

/** In a key a lookup is `_x_value`; its bare name is no property (0x80060888). */
function keyColumn(table: Table, name: string): Column {
  const column = [...table.columns.values()].find((candidate) => propertyName(candidate) === name);
  if (column === undefined) throw errors.unknownProperty(name, table.logicalName);
  return column;
}

function isKey(key: AlternateKey, columns: readonly Column[]): boolean {
  return (
    key.columns.length === columns.length &&
    columns.every(({ logicalName }) => key.columns.includes(logicalName))
  );
}
