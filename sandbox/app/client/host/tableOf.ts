import type { AppDefinition, EntitySet } from '../../definition/definition.js';
import type { TableDefinition } from '../../definition/table/tableDefinition.js';

/** A table by its logical name. @throws Error when the app has none: it reads the metadata of its own tables only */
export function tableOf(definition: Pick<AppDefinition, 'tables'>, name: string): TableDefinition {
  return definition.tables[name] ?? notFound(name);
}

/** How the Web API names a table, whether the app shows it or not. @throws Error when the organization has no such table */
export function entitySetOf(definition: Pick<AppDefinition, 'entitySets'>, name: string): EntitySet {
  return definition.entitySets[name] ?? notFound(name);
}

function notFound(name: string): never {
  throw new Error(`The entity "${name}" cannot be found. Specify a valid query, and try again.`);
}
