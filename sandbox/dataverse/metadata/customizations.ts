import type { AlternateKey, Choice, Column, Table } from './model.js';
import type {
  ManyToManyDefinition,
  OneToManyDefinition,
  SchemaComponents,
  TableDefinition,
} from './solution.js';
import { settingsFrom } from './tableSettings.js';

/** An organization as its solutions make it. */
export const noCustomizations: SchemaComponents = { tables: [], oneToMany: [], manyToMany: [], choices: [] };

/** Adds a table, or replaces what the table says of itself; its columns and keys in the layer stay. */
export function withTable(layer: SchemaComponents, table: TableDefinition): SchemaComponents {
  const known = layer.tables.find(({ logicalName }) => logicalName === table.logicalName);
  const merged =
    known === undefined
      ? table
      : { ...table, columns: replaced(known.columns, table.columns), keys: replaced(known.keys, table.keys) };
  return { ...layer, tables: replaced(layer.tables, [merged]) };
}

/** Adds columns to a table, or replaces those of the same name. */
export function withColumns(
  layer: SchemaComponents,
  table: Table,
  columns: readonly Column[],
): SchemaComponents {
  const part = partOf(layer, table);
  return {
    ...layer,
    tables: replaced(layer.tables, [{ ...part, columns: replaced(part.columns, columns) }]),
  };
}

/** Adds an alternate key. */
export function withKey(layer: SchemaComponents, table: Table, key: AlternateKey): SchemaComponents {
  const part = partOf(layer, table);
  return { ...layer, tables: replaced(layer.tables, [{ ...part, keys: replaced(part.keys, [key]) }]) };
}

/** Adds or replaces a one-to-many relationship. */
export function withOneToMany(layer: SchemaComponents, added: OneToManyDefinition): SchemaComponents {
  return { ...layer, oneToMany: [...without(layer.oneToMany, added.schemaName), added] };
}

/** Adds or replaces a many-to-many relationship. */
export function withManyToMany(layer: SchemaComponents, added: ManyToManyDefinition): SchemaComponents {
  return { ...layer, manyToMany: [...without(layer.manyToMany, added.schemaName), added] };
}

/** Adds or replaces a global choice. */
export function withChoice(layer: SchemaComponents, choice: Choice): SchemaComponents {
  return { ...layer, choices: [...layer.choices.filter(({ name }) => name !== choice.name), choice] };
}

/** Takes a table out, with its relationships. */
export function withoutTable(layer: SchemaComponents, name: string): SchemaComponents {
  return {
    ...layer,
    tables: layer.tables.filter(({ logicalName }) => logicalName !== name),
    oneToMany: layer.oneToMany.filter(
      ({ referencedTable, referencingTable }) => referencedTable !== name && referencingTable !== name,
    ),
    manyToMany: layer.manyToMany.filter(({ first, second }) => first.table !== name && second.table !== name),
  };
}

/** Takes a column out. */
export function withoutColumn(layer: SchemaComponents, table: string, column: string): SchemaComponents {
  return {
    ...layer,
    tables: layer.tables.map((part) =>
      part.logicalName === table
        ? { ...part, columns: part.columns.filter(({ logicalName }) => logicalName !== column) }
        : part,
    ),
  };
}

/** Takes a key out. */
export function withoutKey(layer: SchemaComponents, table: string, key: string): SchemaComponents {
  return {
    ...layer,
    tables: layer.tables.map((part) =>
      part.logicalName === table
        ? { ...part, keys: part.keys.filter(({ logicalName }) => logicalName !== key) }
        : part,
    ),
  };
}

/** Takes a relationship out; of a one-to-many one its lookup too. */
export function withoutRelationship(layer: SchemaComponents, schemaName: string): SchemaComponents {
  const lookup = layer.oneToMany.find((relationship) => relationship.schemaName === schemaName);
  return {
    ...(lookup ? withoutColumn(layer, lookup.referencingTable, lookup.referencingColumn) : layer),
    oneToMany: without(layer.oneToMany, schemaName),
    manyToMany: without(layer.manyToMany, schemaName),
  };
}

/** Takes a global choice out. */
export function withoutChoice(layer: SchemaComponents, name: string): SchemaComponents {
  return { ...layer, choices: layer.choices.filter((choice) => choice.name !== name) };
}

/** What the layer holds of a table already, or a part that changes nothing yet. */
function partOf(layer: SchemaComponents, table: Table): TableDefinition {
  const known = layer.tables.find(({ logicalName }) => logicalName === table.logicalName);
  return (
    known ?? {
      logicalName: table.logicalName,
      schemaName: table.schemaName,
      isActivity: table.isActivity,
      changeTracking: table.changeTracking,
      hasActivities: table.hasActivities,
      hasNotes: table.hasNotes,
      columns: [],
      keys: [],
      settings: settingsFrom(() => undefined),
      labels: {},
      collectionLabels: {},
      descriptions: {},
    }
  );
}

function replaced<Part extends { readonly logicalName: string }>(
  before: readonly Part[],
  changed: readonly Part[],
): Part[] {
  return [...new Map([...before, ...changed].map((part) => [part.logicalName, part])).values()];
}

function without<Part extends { readonly schemaName: string }>(
  parts: readonly Part[],
  schemaName: string,
): Part[] {
  return parts.filter((part) => part.schemaName !== schemaName);
}
