import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import type { ApiRequest, ApiResponse } from '../../../sandbox/dataverse/webapi/exchange.js';
import { parsePath } from '../../../sandbox/dataverse/webapi/url/path.js';
import { write } from '../../../sandbox/dataverse/webapi/write/write.js';
import { Projects } from '../organization/projectsOrganization.js';

export const baseUrl = 'http://127.0.0.1:5800/api/data/v9.2';

/** A request as the router hands it to the write side. */
export function request(
  session: Session,
  method: ApiRequest['method'],
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): ApiRequest {
  return {
    method,
    url,
    headers,
    baseUrl,
    session,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

/** Sends one request to the write side. */
export function send(
  session: Session,
  method: ApiRequest['method'],
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return write(request(session, method, url, body, headers), parsePath(url));
}

/** The id in a response's OData-EntityId. */
export function entityId({ headers }: ApiResponse): string {
  const [, id] = /\(([0-9a-f-]{36})\)$/.exec(headers['OData-EntityId'] ?? '') ?? [];
  if (id === undefined) throw new Error('The response names no row.');
  return id;
}

/** Somebody who may do everything, at the Web API of an organization of their own. */
export class Writer {
  readonly projects = new Projects();
  readonly user = this.projects.user('ann', { roles: ['all'] });
  /** A contact named Doe. */
  readonly contact = entityId(this.post('contacts', { lastname: 'Doe' }));

  post(set: string, body: unknown, headers: Readonly<Record<string, string>> = {}): ApiResponse {
    return send(this.user, 'POST', set, body, headers);
  }

  /** Creates a project named Bridge, with more columns. */
  project(more: object, headers: Readonly<Record<string, string>> = {}): ApiResponse {
    return this.post('new_projects', { new_name: 'Bridge', ...more }, headers);
  }

  /** The number of rows in a table. */
  count(table: string): unknown {
    return this.projects.organization.store.one(`SELECT count(*) AS rows FROM "${table}"`)?.['rows'];
  }
}
