import type { Table } from '../../metadata/model.js';
import type { Query } from '../../query/model.js';
import { runQuery } from '../../query/run.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { parseApply } from '../url/parseApply.js';
import { parseCount } from '../url/parseExpand.js';
import { parseOrderBy } from '../url/parseOrderBy.js';
import type { ResourcePath } from '../url/path.js';
import { aliasesOf, requireOptions } from '../url/queryOptions.js';
import { answer } from './answer.js';
import { contextUrl } from './contextUrl.js';
import { groupedJson } from './groupedJson.js';
import { readPreferences } from './preferences.js';
import { translateApply } from './translate/apply.js';
import { Aliases, Place } from './translate/joins.js';

/** GET with `$apply`: grouped and aggregated rows. */
export function readApply(request: ApiRequest, { options }: ResourcePath, table: Table): ApiResponse {
  requireOptions(options, new Set(['$apply', '$orderby', '$top']));
  const { session, baseUrl } = request;
  const place = new Place(session.organization.catalogue, table, undefined, new Aliases());
  const transformations = parseApply(options.get('$apply') ?? '', aliasesOf(options));
  const { aggregate, filter } = translateApply(
    transformations,
    parseOrderBy(options.get('$orderby') ?? ''),
    place,
  );
  const top = options.get('$top');
  const query: Query = {
    table: table.logicalName,
    columns: [],
    links: place.links,
    orders: [],
    aggregate,
    ...(filter === undefined ? {} : { filter }),
    ...(top === undefined ? {} : { top: parseCount('$top', top) }),
  };
  const preferences = readPreferences(request.headers);
  const { rows } = runQuery(session, query);
  return answer(preferences, {
    '@odata.context': contextUrl(baseUrl, table),
    value: groupedJson(session, query, aggregate, rows, preferences),
  });
}
