import type { TableDefinition } from '../../../definition/table/tableDefinition.js';

/** How many rows of a table, as the app says it: `1 Contact`, `3 Contacts`. */
export function countedLabel(table: TableDefinition, count: number): string {
  return `${count} ${count === 1 ? table.label : table.collectionLabel}`;
}
