import type { Element } from '@xmldom/xmldom';
import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import { attributeOf } from '../../../dataverse/metadata/xml.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at } from '../markup.js';

/** The tables a query joins, by alias: which one it is, and how to call what leads to it. */
export type LinkedTables = ReadonlyMap<string, { readonly table: string; readonly label: string }>;

/**
 * The `link-entity` elements of a query, nested ones included. A link through a lookup of the outer table is called by
 * the lookup, one from the other side by the linked table.
 */
export function linkedTables(
  fetch: Element,
  table: string,
  catalogue: Catalogue,
  languages: Languages,
): LinkedTables {
  const linked = new Map<string, { table: string; label: string }>();
  const walk = (parent: Element, parentTable: string) => {
    for (const link of at(parent, 'link-entity')) {
      const name = attributeOf(link, 'name') ?? '';
      const lookup = catalogue.tables.get(parentTable)?.columns.get(attributeOf(link, 'to') ?? '');
      const labels =
        lookup === undefined || lookup.targets.length === 0
          ? catalogue.tables.get(name)?.labels
          : lookup.labels;
      linked.set(attributeOf(link, 'alias') ?? name, {
        table: name,
        label: localized(labels ?? {}, languages) ?? name,
      });
      walk(link, name);
    }
  };
  for (const entity of at(fetch, 'entity')) walk(entity, table);
  return linked;
}
