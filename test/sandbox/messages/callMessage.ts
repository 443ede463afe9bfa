import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { handle } from '../../../sandbox/dataverse/webapi/handle.js';

export const baseUrl = 'http://127.0.0.1:5800/api/data/v9.2';

/** Calls a function (without a body) or an action of the Web API and returns the JSON it answers. */
export function callMessage(session: Session, url: string, body?: object): Record<string, unknown> {
  const response = handle({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: {},
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    baseUrl,
    session,
  });
  return typeof response.body === 'object' ? { ...response.body } : {};
}
