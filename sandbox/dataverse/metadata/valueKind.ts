import type { Column, ColumnType } from './model.js';

/** What kind of value a column is compared with, however the column's type is spelled. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'guid' | 'date' | 'choices';

const kinds: Readonly<Partial<Record<ColumnType, ValueKind>>> = {
  primarykey: 'guid',
  uniqueidentifier: 'guid',
  lookup: 'guid',
  owner: 'guid',
  customer: 'guid',
  int: 'number',
  bigint: 'number',
  decimal: 'number',
  float: 'number',
  money: 'number',
  picklist: 'number',
  state: 'number',
  status: 'number',
  bit: 'boolean',
  datetime: 'date',
  multiselectpicklist: 'choices',
};

/** The kind of a column's values; text for all that are nothing else. */
export function valueKind({ type }: Column): ValueKind {
  return kinds[type] ?? 'text';
}
