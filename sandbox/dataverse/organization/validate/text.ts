import { errors } from '../../errors.js';
import type { Column } from '../../metadata/model.js';
import type { AttributeValue } from '../attributes.js';
import { wrongType } from './wrongType.js';

/** A text that is no longer than its column. @throws DataverseError 400 0x80048d19, 0x80044331 */
export function validText(table: string, column: Column, value: AttributeValue): string {
  if (typeof value !== 'string') throw wrongType(table, value, 'Edm.String');
  if (column.maxLength !== undefined && value.length > column.maxLength) {
    throw errors.tooLong(column.logicalName, column.maxLength);
  }
  return value;
}

const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** A GUID, in lower case. @throws DataverseError 400 0x80048d19 */
export function validGuid(table: string, value: AttributeValue): string {
  const [, id] = typeof value === 'string' ? (guid.exec(value) ?? []) : [];
  if (id === undefined) throw wrongType(table, value, 'Edm.Guid');
  return id.toLowerCase();
}
