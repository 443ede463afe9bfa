import type { Column, OneToMany } from './model.js';

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
 * `<column>_<table>`. A custom activity's own lookups carry its name at the end, `<column>_<activity>`, and so does what
 * an activity regards: `regardingobjectid_<table>_<activity>`.
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
  if (!column.isCustom) return column.logicalName;
  return table.isActivity ? `${column.schemaName}_${table.logicalName}` : column.schemaName;
}

/**
 * The second name of a system lookup on an activity. Each activity's type is derived from activitypointer, so it has
 * the lookups of that one (`ownerid`, `regardingobjectid_contact`) and its own, which end in the activity's name
 * (`ownerid_email`, `regardingobjectid_contact_email`). Undefined for custom lookups, which have one name.
 */
export function otherNameOnActivity({
  referencingTable,
  referencingNavigation: name,
  isCustom,
}: OneToMany): string | undefined {
  if (isCustom) return undefined;
  const ending = `_${referencingTable}`;
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name + ending;
}
