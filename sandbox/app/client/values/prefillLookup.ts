import type { ColumnDefinition } from '../../definition/table/tableDefinition.js';
import { isGuid, normalizeId } from '../host/guid.js';
import type { LookupRow } from '../host/host.js';

/**
 * The row a lookup is prefilled with: an id with its name and table beside it, or `[{entityType, id, name}]`.
 * A lookup that leads to one table needs no table.
 * @returns undefined when it does not fit the column
 */
export function prefillLookup(
  column: ColumnDefinition,
  given: unknown,
  name: unknown,
  type: unknown,
): readonly LookupRow[] | undefined {
  const row = Array.isArray(given) ? readReference(given) : { id: given, name, table: type };
  if (row === undefined || typeof row.id !== 'string' || !isGuid(row.id)) return undefined;
  const table = row.table ?? (column.targets.length === 1 ? column.targets[0] : undefined);
  if (typeof table !== 'string' || !column.targets.includes(table)) return undefined;
  return [{ id: normalizeId(row.id), name: typeof row.name === 'string' ? row.name : '', table }];
}

interface GivenRow {
  readonly id: unknown;
  readonly name: unknown;
  readonly table: unknown;
}

function readReference(given: readonly unknown[]): GivenRow | undefined {
  const first = given[0];
  if (given.length !== 1 || typeof first !== 'object' || first === null) return undefined;
  const { id, name, entityType } = first as Readonly<Record<string, unknown>>;
  return { id, name, table: entityType };
}
