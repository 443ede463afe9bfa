import type { Session } from '../organization/organization.js';

/** One Web API request, whether it came by itself or as a part of a $batch. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/data/v9.2/`, still percent-encoded, with the query: `contacts(…)?$select=fullname`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; undefined when there is none. */
  readonly body?: string;
  /** `http://127.0.0.1:5800/api/data/v9.2`: from the Host header, so that links come back under the caller's own name. */
  readonly baseUrl: string;
  readonly session: Session;
}

/** What a request is answered, before it becomes HTTP or a part of a $batch. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string as it is. */
  readonly body?: object | string;
}
