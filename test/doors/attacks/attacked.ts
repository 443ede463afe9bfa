import { request as send, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { apiKeyHash, newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import type { DoorsConfig } from '../../../plugins/doors/config/doorsConfig.js';
import type { DoorsParts } from '../../../plugins/doors/createDoors.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { theRedemptions } from '../../../plugins/doors/page/redemptions.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { doorsConfig, fakeSignIn } from '../page/fakes.js';
import { browse, openPage } from '../page/openPage.js';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What somebody sends who is no browser: a path as it is, and any headers. */
export interface Sent {
  readonly method?: string;
  readonly path: string;
  /** A list: the header comes several times. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

/** The doors with all that is behind them, the sandbox included; only the identity provider is one that believes everybody. */
export interface Attacked {
  readonly product: Product;
  /** What the service works with behind them. */
  readonly context: PluginContext;
  /** A key of the API. */
  readonly key: string;
  /** Lines of the log, of the doors and of what is behind them. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** Milliseconds that refusals have waited. */
  readonly waits: readonly number[];
  /** A new browser, in which whoever signs in is this visitor. */
  browser(visitor?: Visitor): ReturnType<typeof browse>;
  /** Over a connection of its own. */
  send(sent: Sent): Promise<Answer>;
  /** Without a connection, which is quicker. @returns the status */
  inject(sent: Sent): Promise<number>;
  /** Where they listen. */
  address(): string;
  /** Milliseconds in which the headers and the whole of a request must have come. */
  timeouts(): { readonly requestTimeout: number; readonly headersTimeout: number };
  /** Names of the security events so far. */
  events(): readonly unknown[];
  close(): Promise<void>;
}

/** @param given a product that runs already; it stays open */
export async function attackDoors(
  { config, ...parts }: Partial<Omit<DoorsParts, 'config'>> & { readonly config?: Partial<DoorsConfig> } = {},
  given?: Product,
): Promise<Attacked> {
  const product = given ?? (await startProduct());
  const key = newApiKey();
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(JSON.parse(line) as never) });
  const context = { ...product.context, log };
  let visitor: Visitor | undefined;
  const page = await openPage({
    config: {
      ...doorsConfig,
      api: { keys: [{ name: 'shop', sha256: apiKeyHash(key) }], issuers: [] },
      ...config,
    },
    context: () => context,
    log,
    signIn: fakeSignIn(() => {
      if (visitor !== undefined) return visitor;
      throw invitationError('INV_VISITOR_NOT_SIGNED_IN', { provider: 'Contoso', reason: 'nobody was to' });
    }),
    redemptions: theRedemptions,
    ...parts,
  });
  await page.app.listen({ host: '127.0.0.1', port: config?.port ?? 0 });
  const { port } = page.app.server.address() as AddressInfo;
  return {
    product,
    context,
    key,
    log: lines,
    waits: page.waits,
    browser(who) {
      const browser = browse(page.app);
      return {
        ...browser,
        signIn() {
          visitor = who;
          return browser.signIn();
        },
      };
    },
    send: (sent) => exchange(port, sent),
    async inject({ method = 'GET', path, headers = {}, body }) {
      const answer = await page.app.inject({
        method: method as 'GET',
        url: path,
        headers: { ...headers } as IncomingHttpHeaders,
        ...(body !== undefined && { payload: body }),
      });
      return answer.statusCode;
    },
    address: () => `http://127.0.0.1:${port}`,
    timeouts: () => page.app.server,
    events: () => lines.flatMap(({ security }) => security ?? []),
    async close() {
      page.app.server.closeAllConnections();
      await page.app.close();
      if (given === undefined) await product.close();
    },
  };
}

const exchange = (port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = send(
      { host: '127.0.0.1', port, method, path, agent: false, headers: { ...headers } as IncomingHttpHeaders },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
