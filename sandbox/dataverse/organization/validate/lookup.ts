import { errors } from '../../errors.js';
import { quote, tableName } from '../../storage/columns.js';
import type { Column } from '../../metadata/model.js';
import type { AttributeValue, Reference } from '../attributes.js';
import { isReference } from '../attributes.js';
import type { Organization } from '../organization.js';
import { wrongType } from './wrongType.js';

/**
 * A reference to an existing row of a table the lookup may point to.
 *
 * @throws DataverseError 400 0x80048d19 when it is no reference, 0x80040203 for a table it may not point to; 404
 * 0x80040217 when the row does not exist
 */
export function validReference(
  organization: Organization,
  table: string,
  column: Column,
  value: AttributeValue,
): Reference {
  if (!isReference(value)) throw wrongType(table, value, 'Edm.EntityReference');
  if (!column.targets.includes(value.table)) {
    throw errors.invalidArgument(
      `'${column.logicalName}' of ${table} cannot refer to a row of ${value.table}.`,
    );
  }
  const reference = { table: value.table, id: value.id.toLowerCase() };
  requireRow(organization, reference);
  return reference;
}

/** @throws DataverseError 404 0x80040217 when the row does not exist */
export function requireRow({ catalogue, store }: Organization, { table, id }: Reference): void {
  const target = catalogue.table(table);
  const sql = `SELECT 1 AS found FROM ${tableName(target)} WHERE ${quote(target.primaryId)} = ?`;
  if (!store.one(sql, [id])) throw errors.notFound(table, id);
}
