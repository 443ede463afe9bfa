import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { codePlugin } from '../../../plugins/code/plugin.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { apiKeyHash, newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import type { ApiConfig, DoorsConfig } from '../../../plugins/doors/config/doorsConfig.js';
import { createDoors, type DoorsParts } from '../../../plugins/doors/createDoors.js';
import type { DoorsContext } from '../../../plugins/doors/doorsContext.js';
import type { Timer } from '../../../plugins/doors/security/timer.js';
import { createSignIn } from '../../../plugins/doors/signIn/createSignIn.js';
import { runOnce, type Product } from '../../service/product/product.js';
import { describedBy, type Answered, type Document } from './described.js';

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
}

/** The doors with their API on a port of their own. Every answer is held against its own description. */
export interface ApiServer {
  readonly url: string;
  readonly document: Document;
  /** A key that it takes. */
  readonly key: string;
  /** With the key, unless the headers say otherwise. */
  ask(path: string, asked?: Asked): Promise<Answered>;
  redeem(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  status(code: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** All log lines so far, as they stand in the log. */
  log(): string;
  /** The security events so far. */
  events(): readonly string[];
  close(): Promise<void>;
}

/** A timer for which no time passes. */
const noTime: Timer = { read: () => 0, wait: async () => undefined };

/** Doors without identity providers, behind one proxy. */
const bareDoors: Omit<DoorsConfig, 'api'> = {
  url: 'https://invite.contoso.example',
  host: '127.0.0.1',
  port: 0,
  secrets: ['a secret of the tests, of no value'],
  trustedProxies: 1,
  returnOrigins: [],
  providers: [],
  brand: { name: 'Contoso', color: '#0f6cbd', texts: {} },
};

/** @param given what the API works with, always or at each request; undefined: it is not connected */
export async function startApi(
  given: PluginContext | undefined | DoorsContext,
  options: { readonly config?: Partial<ApiConfig> } & Partial<Pick<DoorsParts, 'now' | 'timer'>> = {},
): Promise<ApiServer> {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const key = newApiKey();
  const { config, now = () => new Date(), timer = noTime } = options;
  const app = await createDoors({
    config: {
      ...bareDoors,
      api: { keys: [{ name: 'shop', sha256: apiKeyHash(key) }], issuers: [], ...config },
    },
    context: () => {
      const context = typeof given === 'function' ? given() : given;
      return context && { ...context, log };
    },
    signIn: createSignIn({ providers: [], url: bareDoors.url, log, now }),
    log,
    now,
    timer,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const send = sender(url, key);
  const document = (await send('/api/openapi.json')).body as Document;
  const ask: ApiServer['ask'] = async (path, asked) => {
    const answered = await send(path, asked);
    describedBy(document)(answered);
    return answered;
  };
  return {
    url,
    document,
    key,
    ask,
    redeem: (body, headers = {}) => ask('/api/redemptions', { method: 'POST', body, headers }),
    status: (code, headers = {}) =>
      ask('/api/invitations/status', { headers: { 'invitation-code': code, ...headers } }),
    log: () => lines.join(''),
    events: () => lines.flatMap((line) => (JSON.parse(line) as { security?: string }).security ?? []),
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

const sender =
  (url: string, key: string) =>
  async (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('content-type')?.includes('json') === true;
    return {
      method,
      path: path.split('?')[0] ?? path,
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as unknown) : text || undefined,
    };
  };

/** A contact with a single invitation, ready to be redeemed. */
export async function invite(
  product: Product,
  row: object = {},
): Promise<{ readonly contactId: string; readonly invitation: string; readonly code: string }> {
  const contactId = await product.contact();
  const code = randomUUID();
  const invitation = await product.single(contactId, { inv_code: code, ...row });
  await runOnce(codePlugin, product.context);
  return { contactId, invitation, code };
}
