import type { Catalogue } from './catalogue.js';
import { intersectTable, resolveManyToMany } from './intersectTables.js';
import { isLookup } from './isLookup.js';
import { mergeTables } from './mergeTables.js';
import type { Choice, Column, ManyToMany, Navigation, OneToMany, Table } from './model.js';
import type { Solution, TableDefinition } from './solution.js';
import { indexNavigations } from './navigations.js';
import { resolveRelationships, targetsByColumn } from './resolveRelationships.js';
import { allColumns } from './systemColumns.js';
import { twoOptions } from './twoOptions.js';

/** Object type codes below this one belong to built-in tables. */
const firstCustomTypeCode = 10_000;

/**
 * Puts solutions together, base first: a table in several of them is one table with all their columns and keys. Every
 * lookup gets its relationships and targets, every many-to-many relationship its intersect table. Throws Error when
 * the solutions do not fit: a lookup to an unknown table, an unknown global choice, a table that none defines whole.
 */
export function createCatalogue(solutions: readonly Solution[]): Catalogue {
  const choices = new Map(
    solutions.flatMap((solution) => solution.choices).map((choice) => [choice.name, choice]),
  );
  const filled = fillTables(solutions);
  const oneToMany = resolveRelationships(
    filled,
    solutions.flatMap((solution) => solution.oneToMany),
  );
  const manyToMany = resolveManyToMany(
    solutions.flatMap((solution) => solution.manyToMany),
    filled,
  );
  const tables = finishTables(filled, choices, oneToMany, manyToMany);
  const sets = new Map([...tables.values()].map((table) => [table.setName, table]));
  const navigations = indexNavigations(
    oneToMany,
    manyToMany,
    (table) => table !== 'activitypointer' && tables.get(table)?.isActivity === true,
  );
  return {
    solutions,
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

function fillTables(solutions: readonly Solution[]): Map<string, TableDefinition> {
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
  let typeCode = firstCustomTypeCode;
  for (const table of [...filled.values()].sort((a, b) => (a.logicalName < b.logicalName ? -1 : 1))) {
    const columns = table.columns.map((column) =>
      finishColumn(
        table.logicalName,
        column,
        choices,
        targets.get(`${table.logicalName}.${column.logicalName}`) ?? [],
      ),
    );
    tables.set(table.logicalName, finishTable(table, columns, table.objectTypeCode ?? typeCode++));
  }
  for (const relationship of manyToMany) {
    tables.set(relationship.intersect, intersectTable(relationship, typeCode++));
  }
  return tables;
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
    isCustom: table.logicalName.includes('_'),
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
