import { errors } from '../../errors.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';

/**
 * A part's URL below the Web API's root. Absolute URLs, rooted ones (`/api/data/v9.2/contacts`) and relative ones
 * are all in use; the host of an absolute one does not matter.
 */
export function relativeUrl(url: string): string {
  const rooted = url.replace(/^https?:\/\/[^/?#]*/i, '');
  const below = /^\/api\/data\/v\d+\.\d+\/(.*)$/is.exec(rooted)?.[1];
  if (below !== undefined) return below;
  if (rooted !== url || rooted.startsWith('/api/')) throw errors.unknownSegment(rooted);
  return url.replace(/^\//, '');
}

/**
 * The URL of the row that an operation has written, relative to the Web API's root: what a later `$1` stands for.
 * With return=representation there is no OData-EntityId, so the row is found in the body.
 */
export function createdRow(request: ApiRequest, response: ApiResponse): string | undefined {
  const entityId = Object.entries(response.headers).find(
    ([name]) => name.toLowerCase() === 'odata-entityid',
  )?.[1];
  if (entityId !== undefined) return relativeUrl(entityId);
  const path = request.url.replace(/\?.*$/s, '');
  if (request.method !== 'POST') return path;
  const table = request.session.organization.catalogue.bySet(path);
  const body: object = typeof response.body === 'object' ? response.body : {};
  const id: unknown = table === undefined ? undefined : Reflect.get(body, table.primaryId);
  return typeof id === 'string' ? `${path}(${id})` : undefined;
}
