import { isLookup } from '../../../metadata/isLookup.js';
import type { Column, ColumnType } from '../../../metadata/model.js';

const edmTypes: Readonly<Record<ColumnType, string | undefined>> = {
  primarykey: 'Edm.Guid',
  uniqueidentifier: 'Edm.Guid',
  nvarchar: 'Edm.String',
  ntext: 'Edm.String',
  int: 'Edm.Int32',
  bigint: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  float: 'Edm.Double',
  money: 'Edm.Decimal',
  bit: 'Edm.Boolean',
  datetime: 'Edm.DateTimeOffset',
  picklist: 'Edm.Int32',
  multiselectpicklist: 'Edm.String',
  state: 'Edm.Int32',
  status: 'Edm.Int32',
  lookup: 'Edm.Guid',
  owner: 'Edm.Guid',
  customer: 'Edm.Guid',
  partylist: undefined,
  virtual: undefined,
  image: undefined,
  file: undefined,
};

/** The Edm type of a column's property; undefined when the column is no property (party lists are navigations). */
export function edmType(column: Column): string | undefined {
  if (column.type === 'datetime' && column.dateBehavior === 2) return 'Edm.Date';
  return edmTypes[column.type];
}

/** The name of a column's property: lookups are read as `_<column>_value`. */
export function propertyName(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}
