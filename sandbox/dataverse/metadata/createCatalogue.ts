import type { Catalogue } from './catalogue.js';
import { intersectTable, resolveManyToMany } from './intersectTables.js';
import { isCustomTable } from './isCustomTable.js';
import { isLookup } from './isLookup.js';
import { mergeTables } from './mergeTables.js';
import type { Choice, Column, ManyToMany, Navigation, OneToMany, Table } from './model.js';
import { noCustomizations } from './customizations.js';
import type { SchemaComponents, Solution, TableDefinition } from './solution.js';
import { indexNavigations } from './navigations.js';
import { resolveRelationships, targetsByColumn } from './resolveRelationships.js';
import { allColumns } from './system/systemColumns.js';
import { twoOptions } from './system/twoOptions.js';

/** Object type codes below this one belong to built-in tables. */
const firstCustomTypeCode = 10_000;

/**
 * Puts solutions together, base first, and above them what was customised while the organization ran: a table in several
 * of them is one table with all their columns and keys. Every lookup gets its relationships and targets, every
 * many-to-many relationship its intersect table.
 *
 * @throws Error when the solutions do not fit: a lookup to an unknown table, an unknown global choice, a table that none
 *   defines whole
 */
export function createCatalogue(
  solutions: readonly Solution[],
  customizations: SchemaComponents = noCustomizations,
): Catalogue {
  const layers: readonly SchemaComponents[] = [...solutions, customizations];
  const choices = new Map(layers.flatMap((layer) => layer.choices).map((choice) => [choice.name, choice]));
  const filled = fillTables(layers);
  const oneToMany = resolveRelationships(filled, latest(layers.flatMap((layer) => layer.oneToMany)));
  const manyToMany = resolveManyToMany(latest(layers.flatMap((layer) => layer.manyToMany)), filled);
  const tables = finishTables(filled, choices, oneToMany, manyToMany);
  const sets = new Map([...tables.values()].map((table) => [table.setName, table]));
  const navigations = indexNavigations(
    oneToMany,
    manyToMany,
    (table) => table !== 'activitypointer' && tables.get(table)?.isActivity === true,
  );
  return {
    solutions,
    customizations,
    tables,
    choices,
    oneToMany,
    manyToMany,
    table(logicalName) {
      const table = tables.get(logicalName);
      if (table === undefined)
        throw new Error(`No solution of the organization defines the table '${logicalName}'.`);
      return table;
    },
    bySet: (setName) => sets.get(setName),
    navigation: (table, name) => navigations.get(table)?.get(name),
    navigations: (table) => [...(navigations.get(table)?.values() ?? [])].filter(isMainName),
  };
}

function isMainName(navigation: Navigation): boolean {
  return navigation.kind !== 'single' || navigation.name === navigation.relationship.referencingNavigation;
}

/** A relationship that is defined twice is customised: the later definition holds, at the place of the first. */
function latest<Definition extends { readonly schemaName: string }>(
  definitions: readonly Definition[],
): Definition[] {
  return [...new Map(definitions.map((definition) => [definition.schemaName, definition])).values()];
}

function fillTables(solutions: readonly SchemaComponents[]): Map<string, TableDefinition> {
  const merged = mergeTables(solutions);
  const pointer = merged.find(({ logicalName }) => logicalName === 'activitypointer');
  return new Map(
    merged.map((table) => [table.logicalName, { ...table, columns: allColumns(table, pointer) }]),
  );
}

function finishTables(
  filled: ReadonlyMap<string, TableDefinition>,
  choices: ReadonlyMap<string, Choice>,
  oneToMany: readonly OneToMany[],
  manyToMany: readonly ManyToMany[],
): Map<string, Table> {
  const targets = targetsByColumn(oneToMany);
  const tables = new Map<string, Table>();
  const nextTypeCode = typeCodes([...filled.values()]);
  for (const table of [...filled.values()].sort((a, b) => (a.logicalName < b.logicalName ? -1 : 1))) {
    const columns = table.columns.map((column) =>
      finishColumn(
        table.logicalName,
        column,
        choices,
        targets.get(`${table.logicalName}.${column.logicalName}`) ?? [],
      ),
    );
    tables.set(table.logicalName, finishTable(table, columns, table.objectTypeCode ?? nextTypeCode()));
  }
  for (const relationship of manyToMany) {
    tables.set(relationship.intersect, intersectTable(relationship, nextTypeCode()));
  }
  return tables;
}

/** Numbers that no table has yet, in ascending order. */
function typeCodes(tables: readonly TableDefinition[]): () => number {
  const taken = new Set(tables.map(({ objectTypeCode }) => objectTypeCode));
  let next = firstCustomTypeCode;
  return () => {
    while (taken.has(next)) next += 1;
    return next++;
  };
}

function finishTable(table: TableDefinition, columns: readonly Column[], objectTypeCode: number): Table {
  const { setName, primaryId } = table;
  if (setName === undefined || primaryId === undefined) {
    throw new Error(
      `No solution defines the table '${table.logicalName}' whole: it has no EntitySetName or no primary key.`,
    );
  }
  return {
    ...table,
    setName,
    primaryId,
    ownership: table.ownership ?? 'none',
    isIntersect: false,
    isCustom: isCustomTable(table),
    objectTypeCode,
    columns: new Map(columns.map((column) => [column.logicalName, column])),
  };
}

function finishColumn(
  table: string,
  column: Column,
  choices: ReadonlyMap<string, Choice>,
  targets: readonly string[],
): Column {
  if (isLookup(column)) {
    if (column.isCustom && targets.length === 0) {
      throw new Error(`The lookup '${column.logicalName}' of table '${table}' has no relationship.`);
    }
    return { ...column, targets };
  }
  const named = column.choice;
  if (named === undefined || !named.isGlobal) return column;
  const choice = choices.get(named.name);
  if (choice !== undefined) return { ...column, choice };
  if (column.isCustom) {
    throw new Error(
      `Column '${column.logicalName}' of table '${table}' names the global choice '${named.name}', which no solution defines.`,
    );
  }
  return withoutChoice(column);
}

/** An export's system columns may name choices of the platform that the sandbox does not have: any value passes. */
function withoutChoice(column: Column): Column {
  return { ...column, choice: column.type === 'bit' ? twoOptions : undefined };
}
