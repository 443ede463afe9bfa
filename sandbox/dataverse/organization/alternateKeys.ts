import type { AlternateKey, Table } from '../metadata/model.js';

/**
 * The alternate key whose unique index a write broke.
 *
 * @param physical the index's columns in the store; text is compared in its folded form (`name$fold`)
 * @returns undefined when it is no alternate key, which leaves the primary key
 */
export function violatedKey(table: Table, physical: readonly string[]): AlternateKey | undefined {
  const broken = new Set(physical.map((name) => name.split('$')[0] ?? name));
  return table.keys.find(
    ({ columns }) => columns.length === broken.size && columns.every((name) => broken.has(name)),
  );
}
