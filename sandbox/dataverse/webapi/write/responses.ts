import type { Table } from '../../metadata/model.js';
import { retrieveStored } from '../../organization/retrieveStored.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { representation } from '../read/representation.js';
import type { ResourcePath } from '../url/path.js';
import { wantsRepresentation } from './writeOptions.js';

/** Done, nothing to say. */
export const noContent: ApiResponse = { status: 204, headers: {} };

/** The URL of a row by its id. */
export function rowUrl({ baseUrl }: ApiRequest, table: Table, id: string): string {
  return `${baseUrl}/${table.setName}(${id})`;
}

/** The answer to a create: 204 with the row's URL, or 201 with the row when the caller wants it. */
export function created(request: ApiRequest, path: ResourcePath, table: Table, id: string): ApiResponse {
  if (wantsRepresentation(request)) return withRow(request, path, table, id, 201);
  const url = rowUrl(request, table, id);
  return { status: 204, headers: { 'OData-EntityId': url, Location: url } };
}

/**
 * The answer to a PATCH: 204 with the row's URL as it was asked for (an alternate key is echoed, not turned into the
 * id), or the row when the caller wants it: 201 when it is new, 200 when it was there ("Upsert a table row").
 */
export function patched(
  request: ApiRequest,
  path: ResourcePath,
  table: Table,
  id: string,
  isNew: boolean,
): ApiResponse {
  if (wantsRepresentation(request)) return withRow(request, path, table, id, isNew ? 201 : 200);
  const [asked = ''] = request.url.split('?');
  return { status: 204, headers: { 'OData-EntityId': `${request.baseUrl}/${asked}` } };
}

/** `$expand` counts for creates only. */
function withRow(
  request: ApiRequest,
  { options }: ResourcePath,
  table: Table,
  id: string,
  status: 200 | 201,
): ApiResponse {
  const expand = status === 201 ? options.get('$expand') : undefined;
  const version = retrieveStored(request.session, table, id)?.['versionnumber'];
  return {
    status,
    headers: { 'Preference-Applied': 'return=representation', ETag: `W/"${String(version)}"` },
    body: representation(request, table, id, options.get('$select'), expand),
  };
}
