import type { LookupRow } from '../host/host.js';
import type { AttributeValue } from './attributeValue.js';

/** Whether two values of one column are the same: rows by table and id, whatever name they were given. */
export function sameValue(one: AttributeValue, other: AttributeValue): boolean {
  return key(one) === key(other);
}

function key(value: AttributeValue): string {
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (typeof value !== 'object' || value === null) return `${typeof value} ${value}`;
  return `list ${value.map(memberKey).join()}`;
}

function memberKey(member: LookupRow | number): string {
  return typeof member === 'number' ? String(member) : `${member.table} ${member.id}`;
}
