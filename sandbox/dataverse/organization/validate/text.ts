import { errors } from '../../errors.js';
import type { Column } from '../../metadata/model.js';
import type { AttributeValue } from '../attributes.js';
import { wrongType } from './wrongType.js';

/** Characters that XML, in which Dataverse passes rows on, cannot hold: control characters and halves of pairs. */
const invalidCharacter = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** A text that is no longer than its column. @throws DataverseError 400 0x80048d19, 0x80044331, 0x80040278 */
export function validText(table: string, column: Column, value: AttributeValue): string {
  if (typeof value !== 'string') throw wrongType(table, value, 'Edm.String');
  if (column.maxLength !== undefined && value.length > column.maxLength) {
    throw errors.tooLong(column.logicalName, column.maxLength);
  }
  if (invalidCharacter.test(value)) throw errors.invalidCharacters(column.logicalName);
  return value;
}

const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** A GUID, in lower case. @throws DataverseError 400 0x80048d19 */
export function validGuid(table: string, value: AttributeValue): string {
  const [, id] = typeof value === 'string' ? (guid.exec(value) ?? []) : [];
  if (id === undefined) throw wrongType(table, value, 'Edm.Guid');
  return id.toLowerCase();
}
