import type { ApiRequest, ApiResponse } from '../exchange.js';

/** The answer to a definition that was created: 204 with its address. */
export function defined({ baseUrl }: ApiRequest, path: string, id: string): ApiResponse {
  const url = `${baseUrl}/${path}(${id})`;
  return { status: 204, headers: { 'OData-EntityId': url, Location: url } };
}
