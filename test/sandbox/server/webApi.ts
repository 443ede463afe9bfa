import type { Sandbox } from '../../../sandbox/start.js';

/** An answer of the Web API, its body read: JSON as an object, anything else as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; an empty object when there is none. */
  readonly json: Readonly<Record<string, unknown>>;
  /** `error.code` of the JSON body. */
  readonly code: string | undefined;
}

export interface CallOptions {
  /** A bearer token; `dev-admin` by default, null for none. */
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: object | string;
}

/** Calls the sandbox as a plain HTTP client. `path` lies below the Web API's root unless it begins with a slash. */
export async function call(
  sandbox: Pick<Sandbox, 'url'>,
  method: string,
  path: string,
  { as = 'dev-admin', headers = {}, body }: CallOptions = {},
): Promise<Answer> {
  const url = path.startsWith('/') ? sandbox.url + path : `${sandbox.url}/api/data/v9.2/${path}`;
  const response = await fetch(url, {
    method,
    headers: {
      ...(as === null ? {} : { authorization: `Bearer ${as}` }),
      ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = readJson(text);
  const error = json['error'];
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    code: typeof code === 'string' ? code : undefined,
  };
}

/** Creates a row and returns its id. Throws when the sandbox refuses. */
export async function create(sandbox: Pick<Sandbox, 'url'>, set: string, row: object): Promise<string> {
  const answer = await call(sandbox, 'POST', set, { body: row });
  const id = /\(([0-9a-f-]{36})\)$/.exec(answer.headers.get('odata-entityid') ?? '')?.[1];
  if (id === undefined) throw new Error(`${set} was not created: ${answer.status} ${answer.text}`);
  return id;
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
