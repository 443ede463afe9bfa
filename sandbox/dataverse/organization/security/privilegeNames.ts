import type { Table } from '../../metadata/model.js';

/**
 * What may be done to a row; a privilege's name is `prv` + verb + the table's privilege name. Roles give Share too, though
 * the sandbox has no sharing that would ask for it.
 */
export const verbs = ['Create', 'Read', 'Write', 'Delete', 'Assign', 'Share', 'Append', 'AppendTo'] as const;
export type Verb = (typeof verbs)[number];

/**
 * Tables whose privileges do not carry the table's schema name (table reference of Dataverse, "Privileges").
 * An environment variable's value has no privileges of its own: those of its definition apply.
 */
const ownNames: ReadonlyMap<string, string> = new Map([
  ['activityparty', 'Activity'],
  ['activitypointer', 'Activity'],
  ['annotation', 'Note'],
  ['environmentvariablevalue', 'EnvironmentVariableDefinition'],
  ['savedquery', 'Query'],
  ['systemuser', 'User'],
  ['template', 'EmailTemplate'],
]);

/**
 * The name of the privilege that `verb` needs on a table, as roles spell it (`prvReadContact`); undefined when the table
 * has no privileges. All activities share one family (`prvReadActivity`). Intersect tables have none: linking is
 * ruled by Append and AppendTo on both ends.
 */
export function privilegeName(table: Table, verb: Verb): string | undefined {
  if (table.isIntersect) return undefined;
  const name = table.isActivity ? 'Activity' : (ownNames.get(table.logicalName) ?? table.schemaName);
  return `prv${verb}${name}`;
}
