import { errors } from '../errors.js';
import type { Column, Table } from '../metadata/model.js';
import type { Attributes, AttributeValue } from './attributes.js';
import { partiesAttribute } from './attributes.js';

/** A column with the value a caller gave it. */
export interface GivenValue {
  readonly column: Column;
  readonly value: AttributeValue;
}

/** Columns with a rule of their own, which the row's plain columns leave out. */
const ruledApart = new Set(['statecode', 'statuscode', 'ownerid']);

/**
 * The plain columns a write sets. Columns that metadata calls not valid for the operation are passed over, as Dataverse
 * does (`createdon`, `versionnumber`); state, status reason and owner have rules of their own.
 *
 * @param mayWriteAll the platform itself writes columns that callers cannot
 * @throws DataverseError 400 0x80060888 for a column the table does not have
 */
export function writableColumns(
  table: Table,
  attributes: Attributes,
  operation: 'create' | 'update',
  mayWriteAll: boolean,
): readonly GivenValue[] {
  const given: GivenValue[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (name === partiesAttribute || name === table.primaryId || ruledApart.has(name)) continue;
    const column = table.columns.get(name);
    if (!column) throw errors.unknownProperty(name, table.logicalName);
    const valid = operation === 'create' ? column.validForCreate : column.validForUpdate;
    if (valid || mayWriteAll) given.push({ column, value });
  }
  return given;
}
