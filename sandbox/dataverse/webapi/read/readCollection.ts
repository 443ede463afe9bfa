import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import { writePagingCookie } from '../../query/pagingCookie.js';
import { runQuery } from '../../query/run.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { requireOptions } from '../url/queryOptions.js';
import { answer } from './answer.js';
import { collectionQuery } from './collectionQuery.js';
import { contextUrl } from './contextUrl.js';
import { expandRows } from './expand/expandRows.js';
import { linkWith } from './links.js';
import { readPreferences } from './preferences.js';
import { readApply } from './readApply.js';
import { readChanges } from './readChanges.js';
import { readFetch, readView } from './readFetch.js';
import { unrestricted, type Restriction } from './restriction.js';
import { rootProperties, rowsJson } from './rowJson.js';
import { readSkipToken, writeSkipToken } from './skipToken.js';
import { totals } from './totals.js';

const ordinary = new Set([
  '$select',
  '$filter',
  '$orderby',
  '$expand',
  '$top',
  '$count',
  '$skiptoken',
  'partitionid',
  'tag',
]);

/** GET of a collection, in whichever of its forms the options ask for. */
export function readCollection(
  request: ApiRequest,
  path: ResourcePath,
  table: Table,
  restriction: Restriction,
): ApiResponse {
  const { options } = path;
  const special = specialReader(request, options);
  if (special !== undefined) {
    if (restriction !== unrestricted)
      throw errors.notEmulated('FetchXML, views, $apply and change tracking below a row');
    return special(request, path, table);
  }
  requireOptions(options, ordinary);
  return readRows(request, path, table, restriction);
}

type Reader = (request: ApiRequest, path: ResourcePath, table: Table) => ApiResponse;

function specialReader(request: ApiRequest, options: ReadonlyMap<string, string>): Reader | undefined {
  if (options.has('fetchXml')) return readFetch;
  if (options.has('savedQuery')) return readView;
  if (options.has('userQuery')) throw errors.notEmulated('personal views (userQuery)');
  if (options.has('$apply')) return readApply;
  const token = options.get('$skiptoken');
  const isTracking = token !== undefined && readSkipToken(token).trackingSince !== undefined;
  const tracks = isTracking || options.has('$deltatoken') || readPreferences(request.headers).trackChanges;
  return tracks ? readChanges : undefined;
}

function readRows(
  request: ApiRequest,
  { options }: ResourcePath,
  table: Table,
  restriction: Restriction,
): ApiResponse {
  const { session, baseUrl } = request;
  const preferences = readPreferences(request.headers);
  const asked = collectionQuery(session.organization.catalogue, table, options, preferences, restriction);
  const result = runQuery(session, asked.query);
  const json = rowsJson(session, result.rows, rootProperties(table, asked.shown), preferences);
  const rows = result.rows.map((row, index) => ({ row, json: json[index] ?? {} }));
  expandRows({ session, preferences, baseUrl }, table, rows, asked.expansions);
  return answer(preferences, {
    '@odata.context': contextUrl(baseUrl, table, {
      ...(asked.select === undefined ? {} : { select: asked.select }),
      expand: asked.items,
    }),
    ...totals(result, preferences),
    value: json,
    ...(result.more
      ? {
          '@odata.nextLink': nextLink(
            request,
            options,
            asked.query.page?.number ?? 1,
            writePagingCookie(asked.query, table.primaryId, result),
          ),
        }
      : {}),
  });
}

function nextLink(
  { baseUrl, url }: ApiRequest,
  options: ReadonlyMap<string, string>,
  page: number,
  cookie: string | undefined,
): string {
  const token = writeSkipToken({ pageNumber: page + 1, ...(cookie === undefined ? {} : { cookie }) });
  return linkWith(baseUrl, url, [
    ...[...options].filter(([name]) => name !== '$skiptoken'),
    ['$skiptoken', token],
  ]);
}
