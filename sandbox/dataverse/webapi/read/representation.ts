import type { Table } from '../../metadata/model.js';
import type { ApiRequest } from '../exchange.js';
import { readPreferences } from './preferences.js';
import { rowBody } from './readRow.js';

/**
 * One row as JSON, for `Prefer: return=representation`: as a GET of it would answer, with the annotations that the
 * request asks for.
 * @param select text of `$select`, decoded
 * @param expand text of `$expand`, decoded
 */
export function representation(
  request: ApiRequest,
  table: Table,
  id: string,
  select?: string,
  expand?: string,
): object {
  const options = new Map<string, string>();
  if (select !== undefined) options.set('$select', select);
  if (expand !== undefined) options.set('$expand', expand);
  return rowBody(request, { table, id, options, preferences: readPreferences(request.headers) });
}
