/** Where the sandbox seems to be. */
export const origin = 'https://sandbox.example';
/** Base address of its Web API. */
export const root = `${origin}/api/data/v9.2/`;

/** A request that reached the server: one of a batch is a request of its own. */
export interface ServerRequest {
  readonly method: string;
  /** Relative to the Web API's root, decoded: `contacts(…)?$select=fullname`. Other addresses start with `/`. */
  readonly path: string;
  /** Parsed from JSON; undefined when there was none. */
  readonly body: unknown;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Requests of a batch: which item of it they were, counted from 0; those of one change set share theirs. */
  readonly batchItem?: number;
}

/** What the server answers: status 200, or 204 without a body. */
export interface ServerAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The server. Undefined: there is no such thing (404). To throw means that it cannot be reached. */
export type Server = (request: ServerRequest) => ServerAnswer | undefined | Promise<ServerAnswer | undefined>;

/** What the server says, as it goes over the wire. */
export async function answer(
  server: Server,
  request: ServerRequest,
): Promise<{
  readonly status: number;
  readonly body: string | null;
  readonly headers: Record<string, string>;
}> {
  const given = (await server(request)) ?? notFound(request);
  const { body, headers = {}, status = body === undefined ? 204 : 200 } = given;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, body: body === undefined ? null : (text ?? null), headers: { ...headers } };
}

/** The Web API's error body. */
export function anError(status: number, code: string, message: string): ServerAnswer {
  return { status, body: { error: { code, message } } };
}

function notFound({ method, path }: ServerRequest): ServerAnswer {
  return anError(404, '0x80060888', `The test's server has no answer for ${method} ${path}`);
}

/** The path of a request as the server gets to see it. */
export function pathOf(url: string): string {
  const absolute = url.startsWith('/') ? origin + url : url;
  const path = absolute.startsWith(root) ? absolute.slice(root.length) : absolute.replace(origin, '');
  return decodeURIComponent(path);
}
