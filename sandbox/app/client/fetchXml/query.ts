import { element, elements, withAttributes, withChildren, type XmlElement } from '../xml/xmlElement.js';

/** FetchXML as data: what views ask for is changed by these functions, never as text. `fetch` is the root element. */

/** What rows are ordered by: a column of the table, or `alias.column` of a linked one. */
export interface SortOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** The entity of a query. @throws Error when it has none: that is no FetchXML */
export function entityOf(fetch: XmlElement): XmlElement {
  const entity = elements(fetch, 'entity')[0];
  if (fetch.name !== 'fetch' || entity === undefined) throw new Error('A query is a fetch with an entity.');
  return entity;
}

/** The first order of the query. */
export function sortOrderOf(fetch: XmlElement): SortOrder | undefined {
  const { attribute, entityname, descending } = elements(entityOf(fetch), 'order')[0]?.attributes ?? {};
  if (attribute === undefined) return undefined;
  return {
    column: entityname === undefined ? attribute : `${entityname}.${attribute}`,
    descending: descending === 'true' || descending === '1',
  };
}

/** The query in this order alone: those it had are taken away, in its links too. */
export function withSortOrder(fetch: XmlElement, { column, descending }: SortOrder): XmlElement {
  const dot = column.indexOf('.');
  const order = element('order', {
    attribute: column.slice(dot + 1),
    entityname: dot === -1 ? undefined : column.slice(0, dot),
    descending: String(descending),
  });
  return changeEntity(fetch, (entity) => withChildren(withoutOrders(entity), order));
}

/** The query with columns it may not have asked for yet. */
export function withColumns(fetch: XmlElement, columns: readonly string[]): XmlElement {
  return changeEntity(fetch, (entity) => {
    if (elements(entity, 'all-attributes').length > 0) return entity;
    const present = new Set(elements(entity, 'attribute').map(({ attributes }) => attributes['name']));
    const missing = columns.filter((name) => !present.has(name));
    return withChildren(entity, ...missing.map((name) => element('attribute', { name })));
  });
}

/** The query with further filters; a row has to pass all of them. */
export function withFilters(fetch: XmlElement, filters: readonly XmlElement[]): XmlElement {
  return changeEntity(fetch, (entity) => withChildren(entity, ...filters));
}

/** One page with the number of all rows (Page results using FetchXML). */
export function withPage(
  fetch: XmlElement,
  page: { readonly number: number; readonly size: number; readonly cookie?: string | undefined },
): XmlElement {
  return withAttributes(fetch, {
    top: undefined,
    count: String(page.size),
    page: String(page.number),
    'paging-cookie': page.cookie,
    returntotalrecordcount: 'true',
  });
}

/** The first rows alone. */
export function withTop(fetch: XmlElement, top: number): XmlElement {
  return withAttributes(fetch, { top: String(top), count: undefined, page: undefined });
}

/** What a row's column is compared with. */
export function condition(attribute: string, operator: string, value: string): XmlElement {
  return element('condition', { attribute, operator, value });
}

/** A filter of one condition. */
export function conditionFilter(attribute: string, operator: string, value: string): XmlElement {
  return element('filter', {}, [condition(attribute, operator, value)]);
}

function withoutOrders(entity: XmlElement): XmlElement {
  const children = entity.children
    .filter((child) => typeof child === 'string' || child.name !== 'order')
    .map((child) =>
      typeof child !== 'string' && child.name === 'link-entity' ? withoutOrders(child) : child,
    );
  return { ...entity, children };
}

/** The query with its entity changed. */
export function changeEntity(fetch: XmlElement, change: (entity: XmlElement) => XmlElement): XmlElement {
  const entity = entityOf(fetch);
  return { ...fetch, children: fetch.children.map((child) => (child === entity ? change(entity) : child)) };
}
