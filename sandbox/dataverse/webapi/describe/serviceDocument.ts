import type { Catalogue } from '../../metadata/catalogue.js';
import type { Json } from './json.js';

/** The service document: every collection the Web API has. */
export function serviceDocument(catalogue: Catalogue, baseUrl: string): { readonly [name: string]: Json } {
  const names = [...catalogue.tables.values()].map(({ setName }) => setName).sort();
  return {
    '@odata.context': `${baseUrl}/$metadata`,
    value: names.map((name) => ({ name, kind: 'EntitySet', url: name })),
  };
}
