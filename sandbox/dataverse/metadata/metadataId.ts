import { v5 } from 'uuid';

/** Namespace of the ids the sandbox derives for what has no id in the solution's XML. */
const namespace = '3c0c7c1d-2f0b-5d6e-9c54-6a6f0d9b7e11';

/** Ids by what they are for: descriptions of all tables ask for thousands of them, over and over. */
const known = new Map<string, string>();

/** The same id for the same thing on every machine: `metadataId('table', 'contact')`. */
export function metadataId(kind: string, ...names: readonly string[]): string {
  const name = [kind, ...names].join('/');
  const id = known.get(name) ?? v5(name, namespace);
  known.set(name, id);
  return id;
}
