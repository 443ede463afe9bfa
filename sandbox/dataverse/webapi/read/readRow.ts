import type { Table } from '../../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { parseExpand } from '../url/parseExpand.js';
import { parseSelect } from '../url/parseSelect.js';
import { aliasesOf, requireOptions } from '../url/queryOptions.js';
import { answer } from './answer.js';
import { contextUrl } from './contextUrl.js';
import { columnsForExpand, expandRows } from './expand/expandRows.js';
import { planExpand } from './expand/plan.js';
import { readPreferences, type Preferences } from './preferences.js';
import { queryRow } from './queryRow.js';
import { unrestricted, type Restriction } from './restriction.js';
import { etagOf, rootProperties, rowsJson, type RowJson } from './rowJson.js';
import { selectedColumns } from './translate/select.js';

const options = new Set(['$select', '$expand', 'partitionid', 'tag']);

/** GET of one row. If-None-Match with its etag answers 304, never for expanded or annotated rows. */
export function readRow(
  request: ApiRequest,
  path: ResourcePath,
  table: Table,
  id: string,
  restriction: Restriction,
): ApiResponse {
  requireOptions(path.options, options);
  const preferences = readPreferences(request.headers);
  const body = rowBody(request, { table, id, restriction, options: path.options, preferences });
  const etag = String(body['@odata.etag']);
  const mayBeCached = !path.options.has('$expand') && !preferences.anyAnnotations;
  if (mayBeCached && request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  return answer(preferences, body, { etag });
}

/** Which row to show, and how. */
export interface RowView {
  readonly table: Table;
  readonly id: string;
  readonly restriction?: Restriction;
  /** `$select` and `$expand`, decoded. */
  readonly options: ReadonlyMap<string, string>;
  readonly preferences: Preferences;
}

/** One row as JSON with its context. */
export function rowBody(request: ApiRequest, view: RowView): RowJson {
  const { table, id, preferences } = view;
  const { session, baseUrl } = request;
  const { catalogue } = session.organization;
  const selectText = view.options.get('$select');
  const select = selectText === undefined ? undefined : parseSelect(selectText);
  const items = parseExpand(view.options.get('$expand') ?? '', aliasesOf(view.options));
  const expansions = planExpand(catalogue, table, items);
  const shown = selectedColumns(catalogue, table, select);
  const columns = [...new Set([...shown, ...columnsForExpand(table, expansions), 'versionnumber'])];
  const row = queryRow(session, table, id, columns, view.restriction ?? unrestricted);
  const [json = {}] = rowsJson(session, [row], rootProperties(table, shown), preferences);
  expandRows({ session, preferences, baseUrl }, table, [{ row, json }], expansions);
  const version = row.values['versionnumber'];
  return {
    '@odata.context': contextUrl(baseUrl, table, {
      ...(select === undefined ? {} : { select }),
      expand: items,
      single: true,
    }),
    ...(typeof version === 'number' ? { '@odata.etag': etagOf(version) } : {}),
    ...json,
  };
}
