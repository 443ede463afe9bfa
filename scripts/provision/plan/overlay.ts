import type { Json } from '../../environment/environment.js';

/**
 * The body of an update: PUT replaces a definition whole, so it starts from what is there (Web API: update table
 * definitions). Annotations of the answer stay out, except for the type.
 */
export function overlay(found: Json, changes: Json): Json {
  const kept = Object.entries(found).filter(([name]) => !name.includes('@') || name === '@odata.type');
  return { ...Object.fromEntries(kept), ...changes };
}

/** Some properties of a definition. */
export function pick(definition: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, definition[name]]));
}
