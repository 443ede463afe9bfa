import type { Column } from './model.js';

/** System lookups that lead to many tables: their navigation names carry the table's name. */
const polymorphicLookups: ReadonlySet<string> = new Set([
  'regardingobjectid',
  'objectid',
  'partyid',
  'activityid',
]);

/**
 * The single-valued navigation property of a lookup when the relationship's XML names none (docs: "Web API navigation
 * properties"): system lookups have their logical name, custom ones their schema name, polymorphic ones
 * `<column>_<table>`, and what an activity regards `regardingobjectid_<table>_<activity>`.
 */
export function navigationOfLookup(
  table: { readonly logicalName: string; readonly isActivity: boolean },
  column: Column,
  target: string,
): string {
  if (
    column.logicalName === 'regardingobjectid' &&
    table.isActivity &&
    table.logicalName !== 'activitypointer'
  ) {
    return `regardingobjectid_${target}_${table.logicalName}`;
  }
  if (column.type === 'customer' || polymorphicLookups.has(column.logicalName)) {
    return `${column.isCustom ? column.schemaName : column.logicalName}_${target}`;
  }
  return column.isCustom ? column.schemaName : column.logicalName;
}
