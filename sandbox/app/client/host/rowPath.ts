import type { AppDefinition } from '../../definition/definition.js';
import { normalizeId } from './guid.js';
import type { LookupRow } from './host.js';
import { entitySetOf } from './tableOf.js';

/**
 * A row in the Web API: `contacts(id)`.
 * @param row its id in any spelling
 * @throws Error when the organization has no such table
 */
export function rowPath(
  definition: Pick<AppDefinition, 'entitySets'>,
  { table, id }: Pick<LookupRow, 'table' | 'id'>,
): string {
  return `${entitySetOf(definition, table).setName}(${normalizeId(id)})`;
}
