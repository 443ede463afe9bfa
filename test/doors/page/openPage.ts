import pino from 'pino';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createDoors, type DoorsParts } from '../../../plugins/doors/createDoors.js';
import { doorsConfig, fakeRedemptions, fakeSignIn, pluginContext } from './fakes.js';

/** A browser without a window: it keeps cookies and follows nothing by itself. */
export interface Browser {
  readonly app: FastifyInstance;
  /** Names and values of the cookies it has. */
  readonly cookies: Map<string, string>;
  /** Lines of the log. */
  readonly log: readonly Record<string, unknown>[];
  /** Milliseconds that refusals have waited. */
  readonly waits: readonly number[];
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form as a page of the site does, with the token of the page shown last. */
  post(
    path: string,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** Opens the link in the mail, and goes where it leads. */
  follow(link?: string): Promise<LightMyRequestResponse>;
  /** Signs in and goes back to the page. */
  signIn(): Promise<LightMyRequestResponse>;
}

export const link = '/register?invitation=thecode123';

/** Starts the doors, and opens a browser on them. */
export async function openPage(parts: Partial<DoorsParts> = {}): Promise<Browser> {
  const log: Record<string, unknown>[] = [];
  const waits: number[] = [];
  const app = await createDoors({
    config: doorsConfig,
    context: () => pluginContext(),
    signIn: fakeSignIn(),
    log: pino({ level: 'trace' }, { write: (line) => void log.push(JSON.parse(line) as never) }),
    now: () => new Date(),
    timer: { read: () => 0, wait: async (milliseconds) => void waits.push(milliseconds) },
    redemptions: fakeRedemptions(),
    ...parts,
  });
  return { ...browse(app), log, waits };
}

/** Another browser on the same doors. */
export function browse(app: FastifyInstance): Omit<Browser, 'log' | 'waits'> {
  const cookies = new Map<string, string>();
  let token = '';

  const send = async (
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: string,
  ) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      method,
      url,
      headers: { ...(cookie && { cookie }), 'accept-language': 'en-GB,en;q=0.8', ...headers },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value, expires } of answer.cookies) {
      if (expires !== undefined && expires.getTime() === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    token = /name="token" value="([^"]*)"/.exec(answer.body)?.[1] ?? token;
    return answer;
  };

  const browser: Omit<Browser, 'log' | 'waits'> = {
    app,
    cookies,
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, fields = {}, headers = {}) =>
      send(
        'POST',
        path,
        {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          origin: 'null',
          ...headers,
        },
        new URLSearchParams({ token, ...fields }).toString(),
      ),
    async follow(address = link) {
      const { headers } = await browser.get(address);
      return browser.get(String(headers.location));
    },
    async signIn() {
      await browser.post('/sign-in', { provider: 'contoso', origins: 'https://login.contoso.example' });
      const { headers } = await browser.get('/signed-in/contoso?code=fromprovider&state=state');
      return browser.get(String(headers.location));
    },
  };
  return browser;
}
