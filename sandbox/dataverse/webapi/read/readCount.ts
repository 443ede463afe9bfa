import type { Table } from '../../metadata/model.js';
import { runQuery } from '../../query/run.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { parseFilter } from '../url/parseFilter.js';
import type { ResourcePath } from '../url/path.js';
import { aliasesOf, requireOptions } from '../url/queryOptions.js';
import { answerText } from './answer.js';
import { countChanges } from './readChanges.js';
import { bothFilters, type Restriction } from './restriction.js';
import { translateFilter } from './translate/filter.js';
import { Aliases, Place } from './translate/joins.js';

/** GET of `/$count`: the number of rows as text, at most 5,000 ("Count rows"); with a delta token, of changes. */
export function readCount(
  request: ApiRequest,
  { options }: ResourcePath,
  table: Table,
  restriction: Restriction,
): ApiResponse {
  requireOptions(options, new Set(['$filter', '$deltatoken']));
  const { session } = request;
  const token = options.get('$deltatoken');
  if (token !== undefined) return answerText(String(countChanges(session, table, token)));
  const place = new Place(session.organization.catalogue, table, undefined, new Aliases());
  const text = options.get('$filter');
  const filter =
    text === undefined
      ? undefined
      : translateFilter(parseFilter(text, aliasesOf(options)), { root: place, variables: new Map() });
  const { total = 0 } = runQuery(session, {
    table: table.logicalName,
    columns: [],
    links: [...restriction.links, ...place.links],
    orders: [],
    top: 0,
    count: true,
    ...bothFilters(restriction.filter, filter),
  });
  return answerText(String(total));
}
