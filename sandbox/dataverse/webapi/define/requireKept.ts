import { errors } from '../../errors.js';
import { definitionAt } from '../describe/describe.js';
import type { MetadataEntity } from '../describe/metadataEntity.js';
import type { ApiRequest } from '../exchange.js';
import { parsePath } from '../url/path.js';
import type { JsonObject } from '../write/jsonBody.js';
import { objectOf, objectsOf, textOf } from './body/properties.js';

/** Parts of a definition that are definitions themselves, created with it. */
const parts: ReadonlySet<string> = new Set(['Attributes', 'Lookup']);

/**
 * Refuses a new definition whose body asks for what the definition then does not have: a property that the sandbox does
 * not keep, or one that is misspelled. What asks for nothing (null, false, empty) passes.
 *
 * @param address of the definition that was made, below the Web API's root
 * @throws DataverseError 501
 */
export function requireKept(request: ApiRequest, body: JsonObject, address: string): void {
  const made = definitionAt(request, parsePath(address));
  for (const [name, value] of Object.entries(body)) {
    if (!name.includes('@') && !parts.has(name) && asksForSomething(value) && !holds(made, name, value))
      throw errors.notEmulated(`the property ${name} of ${made.type}`);
  }
  for (const column of objectsOf(body, 'Attributes')) {
    requireKept(request, column, address + columnPath(column));
  }
  const lookup = objectOf(body, 'Lookup');
  if (lookup !== undefined) {
    const table = textOf(body, 'ReferencingEntity')?.toLowerCase() ?? '';
    requireKept(request, lookup, `EntityDefinitions(LogicalName='${table}')${columnPath(lookup)}`);
  }
}

function columnPath(column: JsonObject): string {
  return `/Attributes(LogicalName='${textOf(column, 'SchemaName')?.toLowerCase() ?? ''}')`;
}

function holds({ properties, derived, related }: MetadataEntity, name: string, value: unknown): boolean {
  const known = { ...properties, ...derived, ...related };
  return Object.hasOwn(known, name) && (value !== true || known[name] === true);
}

function asksForSomething(value: unknown): boolean {
  return value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}
