import type { Labels } from './model.js';
import type { SchemaComponents, TableDefinition } from './solution.js';

/**
 * Puts the parts of each table together: the first solution that holds a table gives its name and nature, the ones
 * after it add columns and keys, or replace columns of the same name (a customised choice, a longer text). One that
 * holds the table whole again has customised what the table says of itself.
 */
export function mergeTables(solutions: readonly SchemaComponents[]): TableDefinition[] {
  const merged = new Map<string, TableDefinition>();
  for (const table of solutions.flatMap((solution) => solution.tables)) {
    const known = merged.get(table.logicalName);
    merged.set(table.logicalName, known === undefined ? table : merge(known, table));
  }
  return [...merged.values()];
}

function merge(below: TableDefinition, above: TableDefinition): TableDefinition {
  return {
    ...(isWhole(above) ? { ...below, ...above } : { ...above, ...below }),
    columns: replaceByName(below.columns, above.columns),
    keys: replaceByName(below.keys, above.keys),
    labels: firstFilled(above.labels, below.labels),
    collectionLabels: firstFilled(above.collectionLabels, below.collectionLabels),
    descriptions: firstFilled(above.descriptions, below.descriptions),
  };
}

function isWhole({ setName, primaryId }: TableDefinition): boolean {
  return setName !== undefined && primaryId !== undefined;
}

function replaceByName<Part extends { readonly logicalName: string }>(
  below: readonly Part[],
  above: readonly Part[],
): Part[] {
  return [...new Map([...below, ...above].map((part) => [part.logicalName, part])).values()];
}

function firstFilled(...candidates: readonly Labels[]): Labels {
  return candidates.find((labels) => Object.keys(labels).length > 0) ?? {};
}
