import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { codePlugin } from '../../../plugins/code/plugin.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { addApi, type ApiOptions } from '../../../plugins/doors/api/addApi.js';
import { apiKeyHash, newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import type { ApiConfig } from '../../../plugins/doors/config/doorsConfig.js';
import type { DoorsContext } from '../../../plugins/doors/doorsContext.js';
import type { Timer } from '../../../plugins/doors/security/timer.js';
import { runOnce, type Product } from '../../service/product/product.js';
import { describedBy, type Answered, type Described, type Document } from './described.js';

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
}

/** The API on a port of its own, and what it says. Every answer is held against its own description. */
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

/** @param given what the API works with, always or at each request; undefined: it is not connected */
export async function startApi(
  given: PluginContext | undefined | DoorsContext,
  options: { readonly config?: Partial<ApiConfig> } & Partial<Pick<ApiOptions, 'now' | 'timer'>> = {},
): Promise<ApiServer> {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const key = newApiKey();
  const app: FastifyInstance = Fastify({ forceCloseConnections: true });
  const { config, now = () => new Date(), timer = noTime } = options;
  await addApi(app, {
    config: { keys: [{ name: 'shop', sha256: apiKeyHash(key) }], issuers: [], ...config },
    context: () => {
      const context = typeof given === 'function' ? given() : given;
      return context && { ...context, log };
    },
    log,
    now,
    url: 'https://invite.contoso.example',
    timer,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const send = sender(url, key);
  const document = (await send('/api/openapi.json')).body as Document;
  const described: Described = describedBy(document);
  const ask: ApiServer['ask'] = async (path, asked) => {
    const answered = await send(path, asked);
    described(answered);
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
    close: () => app.close(),
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
    return {
      method,
      path: path.split('?')[0] ?? path,
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
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
