import type { Sandbox } from '../../../sandbox/start.js';

/** What a request of a browser says of itself besides its path. */
export interface BrowserRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A browser without an engine: it keeps a cookie, posts forms, and follows no redirect. */
export interface Browser {
  readonly open: (path: string, request?: BrowserRequest) => Promise<Response>;
  /** Posts a form as a page of the sandbox's own origin does, unless `headers` say otherwise. */
  readonly post: (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

export const ownPage = { 'sec-fetch-site': 'same-origin' } as const;

export function browser({ url }: Pick<Sandbox, 'url'>): Browser {
  let cookie = '';
  const open: Browser['open'] = async (path, { headers = {}, ...request } = {}) => {
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...request,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
    });
    for (const field of response.headers.getSetCookie()) cookie = field.replace(/;.*$/s, '');
    return response;
  };
  return {
    open,
    post: (path, fields, headers = ownPage) =>
      open(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

/** A browser in which that person has signed in. */
export async function signedInAs(sandbox: Pick<Sandbox, 'url'>, user: string): Promise<Browser> {
  const one = browser(sandbox);
  const answer = await one.post('/sign-in', { user });
  if (answer.status !== 303) throw new Error(`${user} could not sign in: ${answer.status}`);
  return one;
}
