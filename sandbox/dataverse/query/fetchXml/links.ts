import { errors } from '../../errors.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { Exists, Link } from '../model.js';
import type { LinkNames } from './aliases.js';
import { childrenOf, requiredAttribute, requireKnown, type FetchElement } from './element.js';
import { entityChildren, listedColumns, namedTable } from './entity.js';
import { filtersOf } from './filter.js';

const linkAttributes = new Set([
  'name',
  'from',
  'to',
  'alias',
  'link-type',
  'intersect',
  'visible',
  'enableprefiltering',
  'prefilterparametername',
]);

/** A link-entity that was read, with its element for what is gathered later (attributes, orders). */
export interface ReadLink {
  readonly link: Link;
  readonly element: FetchElement;
}

/** The joins below an element, and the rows that must exist (link-type exists and in). */
export interface ReadLinks {
  readonly joins: readonly ReadLink[];
  readonly related: readonly Exists[];
}

/** Reads every link-entity below an element, parents before children. */
export function readLinks(
  element: FetchElement,
  parent: string | undefined,
  names: LinkNames,
  catalogue: Catalogue,
): ReadLinks {
  const joins: ReadLink[] = [];
  const related: Exists[] = [];
  for (const child of childrenOf(element, 'link-entity')) {
    const type = child.attributes.get('link-type') ?? 'inner';
    const link = readLink(child, parent, names, catalogue);
    if (type === 'exists' || type === 'in') {
      requireKnown(child, linkAttributes, new Set(['filter']));
      related.push({ kind: 'exists', negated: false, links: [link] });
    } else if (type === 'inner' || type === 'outer') {
      const below = readLinks(child, link.alias, names, catalogue);
      joins.push({ link: { ...link, join: type }, element: child }, ...below.joins);
      related.push(...below.related);
    } else {
      throw errors.notEmulated(`the link-type '${type}'`);
    }
  }
  return { joins, related };
}

function readLink(
  element: FetchElement,
  parent: string | undefined,
  names: LinkNames,
  catalogue: Catalogue,
): Link {
  requireKnown(element, linkAttributes, entityChildren);
  const table = namedTable(element, catalogue);
  const alias = names.add(element, table.logicalName);
  const columns = listedColumns(element, table);
  const filter = filtersOf(element, { catalogue, names, link: alias });
  return {
    alias,
    ...(parent === undefined ? {} : { parent }),
    table: table.logicalName,
    fromColumn: requiredAttribute(element, 'from'),
    toColumn: requiredAttribute(element, 'to'),
    join: 'inner',
    columns: columns.length === 0 ? 'none' : columns,
    ...(filter === undefined ? {} : { filter }),
  };
}
