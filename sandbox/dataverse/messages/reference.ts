import type { Catalogue } from '../metadata/catalogue.js';
import type { Reference } from '../organization/attributes.js';

/**
 * Reads how the Web API names a row in a parameter: `{"@odata.id": "contacts(id)"}` (relative or absolute), or
 * `{"@odata.type": "Microsoft.Dynamics.CRM.contact", "contactid": "id"}`. Undefined for anything else.
 */
export function readReference(catalogue: Catalogue, value: unknown): Reference | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = value as Readonly<Record<string, unknown>>;
  const url = members['@odata.id'];
  return typeof url === 'string' ? fromUrl(catalogue, url) : fromEntity(catalogue, members);
}

function fromUrl(catalogue: Catalogue, url: string): Reference | undefined {
  const [, set, id] = /(?:^|\/)(\w+)\(([0-9a-f-]{36})\)$/i.exec(url) ?? [];
  const table = set === undefined ? undefined : catalogue.bySet(set);
  return table === undefined || id === undefined
    ? undefined
    : { table: table.logicalName, id: id.toLowerCase() };
}

function fromEntity(catalogue: Catalogue, members: Readonly<Record<string, unknown>>): Reference | undefined {
  const type = members['@odata.type'];
  if (typeof type !== 'string') return undefined;
  const table = catalogue.tables.get(type.replace(/^#?Microsoft\.Dynamics\.CRM\./, ''));
  const id = table === undefined ? undefined : members[table.primaryId];
  return table === undefined || typeof id !== 'string'
    ? undefined
    : { table: table.logicalName, id: id.toLowerCase() };
}
