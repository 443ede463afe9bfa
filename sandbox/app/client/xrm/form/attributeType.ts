import type { ColumnDefinition } from '../../../definition/table/tableDefinition.js';

/** getAttributeType: XRM's names of the column types. */
export const attributeTypes: Readonly<Record<ColumnDefinition['type'], string>> = {
  primarykey: 'string',
  uniqueidentifier: 'string',
  nvarchar: 'string',
  ntext: 'memo',
  int: 'integer',
  bigint: 'integer',
  decimal: 'decimal',
  float: 'double',
  money: 'money',
  bit: 'boolean',
  datetime: 'datetime',
  picklist: 'optionset',
  multiselectpicklist: 'multiselectoptionset',
  state: 'optionset',
  status: 'optionset',
  lookup: 'lookup',
  owner: 'lookup',
  customer: 'lookup',
  partylist: 'lookup',
  virtual: 'string',
  image: 'image',
  file: 'file',
};

/** getFormat: null for the types that have none. */
export function attributeFormat({ type, format }: ColumnDefinition): string | null {
  if (type === 'nvarchar') return format ?? 'text';
  if (type === 'ntext') return 'textarea';
  if (type === 'datetime') return format ?? 'datetime';
  return type === 'int' ? (format ?? 'none') : null;
}
