import type { Column, ColumnType } from '../../../metadata/model.js';

/** How the metadata speaks of a column's type: AttributeTypeCode, AttributeTypeDisplayName, and the entity's type. */
export interface ColumnTypeNames {
  readonly code: string;
  readonly displayName: string;
  readonly metadata: string;
}

const names: Readonly<Record<ColumnType, ColumnTypeNames>> = {
  primarykey: both('Uniqueidentifier', 'UniqueIdentifierAttributeMetadata'),
  uniqueidentifier: both('Uniqueidentifier', 'UniqueIdentifierAttributeMetadata'),
  nvarchar: both('String'),
  ntext: both('Memo'),
  int: both('Integer'),
  bigint: both('BigInt'),
  decimal: both('Decimal'),
  float: both('Double'),
  money: both('Money'),
  bit: both('Boolean'),
  datetime: both('DateTime'),
  picklist: both('Picklist'),
  multiselectpicklist: virtual('MultiSelectPicklist'),
  state: both('State'),
  status: both('Status'),
  lookup: both('Lookup'),
  owner: both('Owner', 'LookupAttributeMetadata'),
  customer: both('Customer', 'LookupAttributeMetadata'),
  partylist: both('PartyList', 'LookupAttributeMetadata'),
  virtual: both('Virtual', 'AttributeMetadata'),
  image: virtual('Image'),
  file: virtual('File'),
};

/** Built-in text columns that hold a table's logical name. */
const entityNameColumns: ReadonlySet<string> = new Set([
  'activitytypecode', 'entityname', 'objecttypecode', 'primaryentity', 'primaryentitytype', 'returnedtypecode', 'templatetypecode',
]); // prettier-ignore

/** The names of a column's type. */
export function typeNames(column: Column): ColumnTypeNames {
  const isEntityName =
    column.type === 'nvarchar' && !column.isCustom && entityNameColumns.has(column.logicalName);
  return isEntityName ? both('EntityName') : names[column.type];
}

function both(code: string, metadata = `${code}AttributeMetadata`): ColumnTypeNames {
  return { code, displayName: `${code}Type`, metadata };
}

/** Newer types have no code of their own. */
function virtual(name: string): ColumnTypeNames {
  return { code: 'Virtual', displayName: `${name}Type`, metadata: `${name}AttributeMetadata` };
}
