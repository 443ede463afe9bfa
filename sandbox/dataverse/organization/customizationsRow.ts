import { noCustomizations } from '../metadata/customizations.js';
import type { SchemaComponents } from '../metadata/solution.js';
import type { Store } from '../storage/store.js';

/** The one row of its side table: all customised metadata as JSON. */
const name = 'active';

/** The metadata that was customised in this store; none in a new one. */
export function storedCustomizations(store: Store): SchemaComponents {
  const value = store.one(`SELECT value FROM "$customizations" WHERE name = ?`, [name])?.['value'];
  return typeof value === 'string' ? (JSON.parse(value) as SchemaComponents) : noCustomizations;
}

/** Keeps customised metadata, so that an organization in a file has it when it is opened again. */
export function storeCustomizations(store: Store, customizations: SchemaComponents): void {
  store.run(`INSERT OR REPLACE INTO "$customizations" (name, value) VALUES (?, ?)`, [
    name,
    JSON.stringify(customizations),
  ]);
}
