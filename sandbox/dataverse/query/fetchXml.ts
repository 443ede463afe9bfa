import { errors } from '../errors.js';
import type { Catalogue } from '../metadata/catalogue.js';
import { readAggregate, type FetchedEntity } from './fetchXml/aggregate.js';
import { LinkNames } from './fetchXml/aliases.js';
import {
  aliasOf,
  flag,
  parseXml,
  requiredAttribute,
  requireKnown,
  wholeNumber,
  type FetchElement,
} from './fetchXml/element.js';
import { attributesOf, entityChildren, listedColumns, namedTable } from './fetchXml/entity.js';
import { filtersOf, pathIn } from './fetchXml/filter.js';
import { readLinks } from './fetchXml/links.js';
import { readAggregateOrders, readOrders } from './fetchXml/orders.js';
import type { ColumnPath, Filter, Page, Query } from './model.js';
import { readPagingCookie } from './pagingCookie.js';

/** Some of them are hints that change no result: mapping, version, no-lock and their like. */
const fetchAttributes = new Set([
  'version',
  'output-format',
  'mapping',
  'no-lock',
  'latematerialize',
  'options',
  'distinct',
  'top',
  'count',
  'page',
  'paging-cookie',
  'returntotalrecordcount',
  'aggregate',
  'useraworderby',
  'savedqueryid',
]);

/** Attributes that change the result in a way the sandbox does not know. */
const notEmulatedAttributes = ['datasource', 'min-active-row-version', 'utc-offset'];

/**
 * Translates FetchXML to a query. Elements and attributes it does not know are refused.
 * @throws DataverseError 400 for invalid FetchXML and unknown names, 501 for what is not emulated.
 */
export function readFetchXml(catalogue: Catalogue, xml: string): Query {
  const fetch = parseXml(xml);
  if (fetch.name !== 'fetch') throw errors.invalidArgument('The root of FetchXML is the element fetch.');
  const strange = notEmulatedAttributes.find((name) => fetch.attributes.has(name));
  if (strange !== undefined) throw errors.notEmulated(`FetchXML's attribute '${strange}'`);
  requireKnown(fetch, fetchAttributes, new Set(['entity']));
  const [entity, ...others] = fetch.children;
  if (entity === undefined || others.length > 0)
    throw errors.invalidArgument('A fetch has exactly one entity.');
  requireKnown(entity, new Set(['name', 'enableprefiltering', 'prefilterparametername']), entityChildren);
  return readEntity(fetch, entity, catalogue);
}

function readEntity(fetch: FetchElement, entity: FetchElement, catalogue: Catalogue): Query {
  const table = namedTable(entity, catalogue);
  const names = new LinkNames();
  const { joins, related } = readLinks(entity, undefined, names, catalogue);
  const own = filtersOf(entity, { catalogue, names, link: undefined });
  const parts: Filter[] = own === undefined ? [...related] : [own, ...related];
  const entities: FetchedEntity[] = [
    { link: undefined, element: entity },
    ...joins.map(({ link, element }) => ({ link: link.alias, element })),
  ];
  const base = {
    table: table.logicalName,
    ...(parts.length === 0
      ? {}
      : { filter: parts.length === 1 ? parts[0] : ({ kind: 'and', parts } as const) }),
    ...extent(fetch),
  };
  if (flag(fetch, 'aggregate')) {
    const links = joins.map(({ link }) => ({ ...link, columns: 'none' as const }));
    const aggregate = readAggregate(entities, readAggregateOrders(entities));
    return { ...base, columns: [], links, orders: [], aggregate };
  }
  const aliases = readAliases(entities);
  return {
    ...base,
    columns: wantsEverything(fetch, entities) ? 'all' : listedColumns(entity, table),
    links: joins.map(({ link }) => link),
    orders: readOrders(entities, names, aliases, !flag(fetch, 'useraworderby')),
    ...(flag(fetch, 'distinct') ? { distinct: true } : {}),
    ...(flag(fetch, 'returntotalrecordcount') ? { count: true } : {}),
    ...(aliases.size === 0 ? {} : { aliases }),
  };
}

/** Dataverse returns every column of the root when the whole query names none. */
function wantsEverything(fetch: FetchElement, entities: readonly FetchedEntity[]): boolean {
  const naming = ['attribute', 'all-attributes', 'no-attrs'];
  return (
    !flag(fetch, 'distinct') &&
    !entities.some(({ element }) => element.children.some(({ name }) => naming.includes(name)))
  );
}

function readAliases(entities: readonly FetchedEntity[]): Map<string, ColumnPath> {
  const aliases = new Map<string, ColumnPath>();
  for (const { link, element } of entities) {
    for (const attribute of attributesOf(element)) {
      const alias = aliasOf(attribute);
      if (alias !== undefined) aliases.set(alias, pathIn(link, requiredAttribute(attribute, 'name')));
    }
  }
  return aliases;
}

function extent(fetch: FetchElement): { top?: number; page?: Page } {
  const top = wholeNumber(fetch, 'top', 0);
  const size = wholeNumber(fetch, 'count', 1);
  const number = wholeNumber(fetch, 'page', 1);
  const cookie = fetch.attributes.get('paging-cookie');
  if (top !== undefined) {
    if (size !== undefined || number !== undefined) {
      throw errors.invalidArgument('The top attribute cannot be specified with paging attributes.');
    }
    return { top };
  }
  const after = cookie === undefined || cookie === '' ? undefined : readPagingCookie(cookie);
  const isNext = after !== undefined && after.page === (number ?? 1) - 1;
  return {
    page: { size: size ?? 5000, number: number ?? 1, ...(isNext ? { after: after.cursor } : {}) },
  };
}
