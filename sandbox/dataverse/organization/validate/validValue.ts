import { errors } from '../../errors.js';
import type { ColumnValue } from '../../storage/columns.js';
import type { Column, Table } from '../../metadata/model.js';
import type { AttributeValue } from '../attributes.js';
import type { Organization } from '../organization.js';
import { validChoice, validChoices, validTwoOptions } from './choice.js';
import { validDate } from './date.js';
import { validReference } from './lookup.js';
import { validDecimal, validWhole } from './number.js';
import { validGuid, validText } from './text.js';

/**
 * The value a column may hold, checked by the column's type, length, range, choices and targets. Empty text is null.
 *
 * @throws DataverseError 400 or 404, as the rules of the type say
 */
export function validValue(
  organization: Organization,
  table: Table,
  column: Column,
  value: AttributeValue,
): ColumnValue {
  if (value === null) return null;
  const name = table.logicalName;
  switch (column.type) {
    case 'nvarchar':
    case 'ntext':
      return validText(name, column, value) || null;
    case 'primarykey':
    case 'uniqueidentifier':
      return validGuid(name, value);
    case 'int':
    case 'bigint':
      return validWhole(name, column, value);
    case 'decimal':
    case 'float':
    case 'money':
      return validDecimal(name, column, value);
    case 'bit':
      return validTwoOptions(name, value);
    case 'picklist':
    case 'state':
    case 'status':
      return validChoice(name, column, value);
    case 'multiselectpicklist':
      return validChoices(name, column, value);
    case 'datetime':
      return validDate(name, column, value);
    case 'lookup':
    case 'owner':
    case 'customer':
      return validReference(organization, name, column, value);
    case 'partylist':
    case 'virtual':
    case 'image':
    case 'file':
      throw errors.notEmulated(`writing the ${column.type} column '${column.logicalName}'`);
  }
}
