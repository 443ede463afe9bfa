import { navigationOfLookup } from './navigationNames.js';
import type { Cascade, OneToMany, SharingCascades } from './model.js';
import type { OneToManyDefinition, TableDefinition } from './solution.js';
import { ownerRelationships, systemRelationships } from './system/systemRelationships.js';

/**
 * Every one-to-many relationship between tables of the catalogue, with its navigation names: those of the solutions'
 * XML first, then the platform's own that the XML does not list. Relationships to system tables that the sandbox does
 * not have (SLA, knowledge articles …) are left out. Throws Error when a custom lookup leads to an unknown table, or
 * has no relationship at all.
 */
export function resolveRelationships(
  tables: ReadonlyMap<string, TableDefinition>,
  listed: readonly OneToManyDefinition[],
): OneToMany[] {
  const resolved = new Map<string, OneToMany>();
  const fromXml = listed.flatMap((definition) => withOwners(definition));
  for (const definition of [...fromXml, ...systemRelationships([...tables.values()])]) {
    const relationship = resolve(definition, tables);
    if (relationship === undefined) continue;
    const key = `${relationship.referencingTable}.${relationship.referencingColumn}>${relationship.referencedTable}`;
    if (!resolved.has(key)) resolved.set(key, relationship);
  }
  return [...resolved.values()];
}

function withOwners(definition: OneToManyDefinition): OneToManyDefinition[] {
  if (definition.referencedTable !== 'owner') return [definition];
  return ownerRelationships(definition.referencingTable, definition.referencingColumn, definition.schemaName);
}

function resolve(
  definition: OneToManyDefinition,
  tables: ReadonlyMap<string, TableDefinition>,
): OneToMany | undefined {
  const referencing = tables.get(definition.referencingTable);
  const column = referencing?.columns.find(({ logicalName }) => logicalName === definition.referencingColumn);
  const known = tables.has(definition.referencedTable);
  if (referencing === undefined || column === undefined || !known) {
    if (column?.isCustom === true) throw unknownTable(definition);
    return undefined;
  }
  return {
    kind: 'OneToMany',
    ...definition,
    referencingNavigation:
      definition.referencingNavigation ?? navigationOfLookup(referencing, column, definition.referencedTable),
    referencedNavigation: definition.referencedNavigation ?? definition.schemaName,
    sharing: definition.sharing ?? sharingAs(definition.onAssign),
    isCustom: column.isCustom,
  };
}

/** What follows when a relationship says nothing of sharing: the same as when a row is assigned. */
function sharingAs(onAssign: Cascade): SharingCascades {
  return { share: onAssign, unshare: onAssign, reparent: onAssign, rollupView: 'NoCascade' };
}

/** The tables each lookup may lead to: `contact.parentcustomerid` → account, contact. */
export function targetsByColumn(relationships: readonly OneToMany[]): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { referencingTable, referencingColumn, referencedTable } of relationships) {
    const key = `${referencingTable}.${referencingColumn}`;
    targets.set(key, [...(targets.get(key) ?? []), referencedTable]);
  }
  return targets;
}

function unknownTable({ schemaName, referencedTable }: OneToManyDefinition): Error {
  return new Error(
    `Relationship '${schemaName}' leads to the table '${referencedTable}', which no solution defines.`,
  );
}
