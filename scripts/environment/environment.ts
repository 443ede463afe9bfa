/** A JSON object of the Web API. */
export type Json = Readonly<Record<string, unknown>>;

/** What came back from a request that succeeded. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when the answer has no content (204). */
  readonly body: Json | undefined;
}

/**
 * An environment, open for a script. Paths lie below `/api/data/v9.2/` and are not encoded: `solutions?$filter=uniquename eq 'X'`.
 * Requests that were turned away (429), or met a passing fault that makes a repeat safe, are repeated for a bounded time.
 * Every method throws EnvironmentError when the request failed, and InvitationError when there is no access token.
 */
export interface Environment {
  /** Base address, without a slash at the end. */
  readonly url: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Json>;
  /** Every row of a collection, page after page. */
  all(path: string, headers?: Readonly<Record<string, string>>): Promise<readonly Json[]>;
  send(
    method: Method,
    path: string,
    body?: Json,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
