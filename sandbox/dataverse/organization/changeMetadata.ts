import type { Catalogue } from '../metadata/catalogue.js';
import { createCatalogue } from '../metadata/createCatalogue.js';
import type { SchemaComponents } from '../metadata/solution.js';
import { dropColumn, dropIndex, dropTable } from '../storage/ddl.js';
import { defineTables } from '../storage/defineTables.js';
import { storeCustomizations } from './customizationsRow.js';
import type { Organization } from './organization.js';

/**
 * Gives the organization other customisations: a new catalogue, and tables, columns and indexes to hold the rows that it
 * speaks of. A part of the request's transaction: when that is rolled back, the metadata is as before.
 *
 * @throws Error when the parts do not fit together; UniqueViolation when rows do not fit a new alternate key
 */
export function changeMetadata(organization: Organization, customizations: SchemaComponents): void {
  const { store, catalogue: before } = organization;
  store.transaction(() => {
    const after = createCatalogue(before.solutions, customizations);
    const gone = removals(before, after);
    if (gone.length > 0) store.define(gone);
    const changed = changedTables(before, after);
    if (changed.length > 0) defineTables(store, after, changed);
    storeCustomizations(store, customizations);
    store.onRollback(() => {
      organization.replaceCatalogue(before);
    });
    organization.replaceCatalogue(after);
  });
}

function changedTables(before: Catalogue, after: Catalogue) {
  return [...after.tables.values()].filter(({ logicalName, columns, keys }) => {
    const known = before.tables.get(logicalName);
    return (
      known === undefined ||
      keys.length !== known.keys.length ||
      [...columns.values()].some(
        ({ logicalName: name, targets }) => targets.length !== known.columns.get(name)?.targets.length,
      )
    );
  });
}

/** Statements for what is gone: tables, keys and columns. */
function removals(before: Catalogue, after: Catalogue): string[] {
  return [...before.tables.values()].flatMap((table) => {
    const left = after.tables.get(table.logicalName);
    if (left === undefined) return [dropTable(table.logicalName)];
    const keys = table.keys.filter((key) =>
      left.keys.every(({ logicalName }) => logicalName !== key.logicalName),
    );
    const columns = [...table.columns.values()].filter(({ logicalName }) => !left.columns.has(logicalName));
    return [
      ...keys.map((key) => dropIndex(table.logicalName, key.logicalName)),
      ...columns.flatMap((column) => dropColumn(table, column)),
    ];
  });
}
