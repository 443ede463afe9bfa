import type { ApiRequest, ApiResponse } from '../webapi/exchange.js';

/**
 * A message's answer of a complex type: `{"@odata.context": …#Microsoft.Dynamics.CRM.WhoAmIResponse, …members}`.
 */
export function complexResponse(
  request: ApiRequest,
  type: string,
  members: Readonly<Record<string, unknown>>,
): ApiResponse {
  return contextResponse(request, `Microsoft.Dynamics.CRM.${type}`, members);
}

/** A message's answer with any context fragment: `contacts/$entity`. */
export function contextResponse(
  request: ApiRequest,
  context: string,
  members: Readonly<Record<string, unknown>>,
): ApiResponse {
  return {
    status: 200,
    headers: {},
    body: { '@odata.context': `${request.baseUrl}/$metadata#${context}`, ...members },
  };
}
