import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { requireOptions } from '../url/queryOptions.js';
import { answer, answerText } from './answer.js';
import { readPreferences } from './preferences.js';
import { queryRow } from './queryRow.js';
import type { Restriction } from './restriction.js';
import { rootProperties, rowsJson } from './rowJson.js';
import { findProperty } from './translate/property.js';

/** A row whose property is read. */
export interface PropertyOwner {
  readonly table: Table;
  readonly id: string;
  readonly restriction: Restriction;
}

/** GET of one property: `{"value": …}`, or with `/$value` the value as text; 204 when it is null. */
export function readProperty(
  request: ApiRequest,
  path: ResourcePath,
  { table, id, restriction }: PropertyOwner,
  names: readonly string[],
): ApiResponse {
  requireOptions(path.options, new Set());
  const [name = '', suffix, ...more] = names;
  const column = findProperty(table, name);
  if (column === undefined) throw errors.unknownSegment(name);
  if (more.length > 0 || (suffix !== undefined && suffix !== '$value'))
    throw errors.unknownSegment(suffix ?? '');
  const row = queryRow(request.session, table, id, [column.logicalName], restriction);
  const value = row.values[column.logicalName] ?? null;
  if (value === null) return { status: 204, headers: {} };
  if (suffix === '$value') return answerText(String(value));
  const preferences = readPreferences(request.headers);
  const [json = {}] = rowsJson(
    request.session,
    [row],
    rootProperties(table, [column.logicalName]),
    preferences,
  );
  const annotations = Object.entries(json)
    .filter(([key]) => key.startsWith(`${name}@`))
    .map(([key, text]) => [`value${key.slice(name.length)}`, text]);
  return answer(preferences, {
    '@odata.context': `${request.baseUrl}/$metadata#${table.setName}(${id})/${name}`,
    ...Object.fromEntries(annotations),
    value,
  });
}
