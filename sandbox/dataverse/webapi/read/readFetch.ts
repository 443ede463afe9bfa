import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import { readFetchXml } from '../../query/fetchXml.js';
import type { Query, QueryResult } from '../../query/model.js';
import { isOrderedByLink, writePagingCookie } from '../../query/pagingCookie.js';
import { runQuery } from '../../query/run.js';
import { columnNames } from '../../query/selection.js';
import type { Session } from '../../organization/organization.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { requireOptions } from '../url/queryOptions.js';
import { answer } from './answer.js';
import { contextUrl } from './contextUrl.js';
import { groupedJson } from './groupedJson.js';
import { annotationNames, readPreferences, type Preferences } from './preferences.js';
import { totals } from './totals.js';
import { rootProperties, rowsJson, type Property, type RowJson } from './rowJson.js';

/** GET with `fetchXml=`. */
export function readFetch(request: ApiRequest, { options }: ResourcePath, table: Table): ApiResponse {
  requireOptions(options, new Set(['fetchXml']));
  return fetchRows(request, options.get('fetchXml') ?? '', table);
}

/** GET with `savedQuery=`: a view of a solution, by its id. */
export function readView(request: ApiRequest, { options }: ResourcePath, table: Table): ApiResponse {
  requireOptions(options, new Set(['savedQuery']));
  const id = (options.get('savedQuery') ?? '').toLowerCase().replace(/[{}]/g, '');
  const views = request.session.organization.catalogue.solutions.flatMap((solution) => solution.views);
  const view = views.find((candidate) => candidate.id.toLowerCase() === id);
  if (view === undefined) throw errors.notFound('savedquery', id);
  return fetchRows(request, view.fetchXml, table);
}

function fetchRows(request: ApiRequest, xml: string, table: Table): ApiResponse {
  const { session, baseUrl } = request;
  const fetched = readFetchXml(session.organization.catalogue, xml);
  if (fetched.table !== table.logicalName) {
    throw errors.badQuery(
      `The FetchXML is for the table '${fetched.table}', but the request is for '${table.logicalName}'.`,
    );
  }
  const preferences = readPreferences(request.headers);
  const query = fetched.aggregate === undefined ? withVersion(fetched, preferences) : fetched;
  const result = runQuery(session, query);
  const value =
    query.aggregate === undefined
      ? rowsJson(session, result.rows, fetchProperties(session, fetched, table), preferences)
      : groupedJson(session, query, query.aggregate, result.rows, preferences);
  return answer(preferences, {
    '@odata.context': contextUrl(baseUrl, table),
    ...totals(result, preferences),
    ...paging(query, table, result, preferences),
    value,
  });
}

/** The row version is read for the etag, except where it would make equal rows different. */
function withVersion(query: Query, { maxPageSize }: Preferences): Query {
  const page =
    query.page && maxPageSize !== undefined
      ? { ...query.page, size: Math.min(query.page.size, maxPageSize) }
      : query.page;
  const paged = page === undefined ? query : { ...query, page };
  if (query.distinct === true || query.columns === 'all') return paged;
  return { ...paged, columns: [...new Set([...query.columns, 'versionnumber'])] };
}

/** Root columns as everywhere, linked ones as `alias.column`; a column with an alias of its own under that. */
function fetchProperties({ organization: { catalogue } }: Session, query: Query, table: Table): Property[] {
  const aliases = new Map(
    [...(query.aliases ?? [])].map(([alias, { link, column }]) => [`${link ?? ''}.${column}`, alias]),
  );
  const names = columnNames(table, query.columns);
  const withId = query.distinct === true ? names : [...new Set([...names, table.primaryId])];
  const own = rootProperties(table, withId).map((property): Property => {
    const alias = aliases.get(`.${property.path.column}`);
    return alias === undefined ? property : { ...property, name: alias, aliased: true };
  });
  const linked = query.links.flatMap((link) => {
    const linkedTable = catalogue.table(link.table);
    const columns = link.columns === 'none' ? [] : columnNames(linkedTable, link.columns);
    return rootProperties(linkedTable, columns).map(({ column }): Property => ({
      name: aliases.get(`${link.alias}.${column.logicalName}`) ?? `${link.alias}.${column.logicalName}`,
      column,
      table: linkedTable,
      path: { link: link.alias, column: column.logicalName },
      aliased: true,
    }));
  });
  return [...own, ...linked];
}

/** The cookie is encoded twice, and only sent, like morerecords, when annotations were asked for ("Page results using FetchXML"). */
function paging(query: Query, table: Table, result: QueryResult, preferences: Preferences): RowJson {
  if (!result.more) return {};
  const json: RowJson = {};
  const cookie = isOrderedByLink(query) ? undefined : writePagingCookie(query, table.primaryId, result);
  if (cookie !== undefined && preferences.includes(annotationNames.fetchXmlPagingCookie)) {
    const encoded = encodeURIComponent(encodeURIComponent(cookie));
    const next = String((query.page?.number ?? 1) + 1);
    json[`@${annotationNames.fetchXmlPagingCookie}`] =
      `<cookie pagenumber="${next}" pagingcookie="${encoded}" istracking="False" />`;
  }
  if (preferences.includes(annotationNames.moreRecords)) json[`@${annotationNames.moreRecords}`] = true;
  return json;
}
