/** What a test's server says to one request. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as the server got it; the path below `/api/data/v9.2/`, decoded. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export type ScriptedRoute = ScriptedAnswer | ((request: SentRequest) => ScriptedAnswer);

export interface ScriptedApi {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly requests: readonly SentRequest[];
  /** Requests by `METHOD path`. */
  sent(route: string): readonly SentRequest[];
  /** Another answer from now on. */
  answer(route: string, answer: ScriptedRoute): void;
}

/** A server that answers by `METHOD path` (without the query) and says 501 to everything else. */
export function scriptedApi(routes: Readonly<Record<string, ScriptedRoute>>): ScriptedApi {
  const answers = new Map(Object.entries(routes));
  const requests: SentRequest[] = [];
  return {
    requests,
    sent: (route) => requests.filter(({ method, path }) => `${method} ${path}` === route),
    answer: (route, answer) => void answers.set(route, answer),
    fetch(url, init) {
      const request = readRequest(url, init);
      requests.push(request);
      const route = answers.get(`${request.method} ${request.path}`) ?? notScripted(request);
      const { status = 200, body, headers = {} } = typeof route === 'function' ? route(request) : route;
      const text = body === undefined ? null : JSON.stringify(body);
      return Promise.resolve(new Response(status === 204 ? null : text, { status, headers }));
    },
  };
}

/** Dataverse's error body. */
export function refusal(status: number, code: string, message: string): ScriptedAnswer {
  return { status, body: { error: { code, message } } };
}

function notScripted({ method, path }: SentRequest): ScriptedAnswer {
  return refusal(501, '0x0', `${method} ${path} is not scripted.`);
}

function readRequest(url: string, init: RequestInit): SentRequest {
  const { pathname, search } = new URL(url);
  return {
    method: init.method ?? 'GET',
    path: decodeURIComponent(pathname.replace('/api/data/v9.2/', '')),
    query: decodeURIComponent(search.slice(1)),
    body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    headers: (init.headers ?? {}) as Record<string, string>,
  };
}
