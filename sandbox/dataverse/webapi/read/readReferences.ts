import type { Table } from '../../metadata/model.js';
import { runQuery } from '../../query/run.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { requireOptions } from '../url/queryOptions.js';
import { answer } from './answer.js';
import { collectionQuery } from './collectionQuery.js';
import { readPreferences } from './preferences.js';
import { queryRow } from './queryRow.js';
import type { Restriction } from './restriction.js';

/** GET of `set(id)/nav/$ref` where nav leads to one row: its address. */
export function readReference(
  request: ApiRequest,
  { options }: ResourcePath,
  table: Table,
  id: string,
): ApiResponse {
  requireOptions(options, new Set());
  queryRow(request.session, table, id, []);
  return answer(readPreferences(request.headers), {
    '@odata.context': `${request.baseUrl}/$metadata#$ref`,
    '@odata.id': addressOf(request, table, id),
  });
}

/** GET of `set(id)/nav/$ref` where nav leads to many rows: their addresses, at most 5,000. */
export function readReferences(
  request: ApiRequest,
  { options }: ResourcePath,
  table: Table,
  restriction: Restriction,
): ApiResponse {
  requireOptions(options, new Set(['$filter', '$orderby', '$top']));
  const preferences = readPreferences({});
  const { query } = collectionQuery(
    request.session.organization.catalogue,
    table,
    options,
    preferences,
    restriction,
  );
  const { rows } = runQuery(request.session, { ...query, columns: [] });
  return answer(preferences, {
    '@odata.context': `${request.baseUrl}/$metadata#Collection($ref)`,
    value: rows.map(({ values }) => ({
      '@odata.id': addressOf(request, table, String(values[table.primaryId])),
    })),
  });
}

function addressOf({ baseUrl }: ApiRequest, table: Table, id: string): string {
  return `${baseUrl}/${table.setName}(${id})`;
}
