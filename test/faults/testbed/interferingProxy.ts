import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request on its way to Dataverse. */
export interface Passing {
  readonly method: string;
  /** Path and query, decoded. */
  readonly url: string;
  readonly body: string;
  readonly authorization: string;
}

/**
 * What is done to a request.
 *  answer  Dataverse never sees it
 *  halve   Dataverse does it; half of the answer comes, as if it were whole
 */
export type Interference =
  | { readonly kind: 'halve' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body: string;
    };

/** Stands between a service and Dataverse, for what the sandbox's own faults cannot do: act in the middle, answer one part of a batch. */
export interface InterferingProxy {
  /** Where the service finds it. */
  readonly url: string;
  /** Every request that came, in order. */
  readonly passed: readonly Passing[];
  /** Requests that came and have not been answered. */
  readonly underWay: number;
  /** Asked for each request, before it goes on; undefined lets it pass. */
  interfere: (passing: Passing) => Promise<Interference | undefined> | Interference | undefined;
  close(): Promise<void>;
}

/** @param target Dataverse's base address, asked for each request: it may move */
export async function startInterferingProxy(target: () => string): Promise<InterferingProxy> {
  const passed: Passing[] = [];
  let underWay = 0;

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
    const body = await textOf(incoming);
    const { method = 'GET', url = '/', headers } = incoming;
    const passing = {
      method,
      url: decodeURIComponent(url),
      body,
      authorization: headers.authorization ?? '',
    };
    passed.push(passing);
    const interference = await proxy.interfere(passing);
    if (interference?.kind === 'answer') {
      response.writeHead(interference.status, interference.headers).end(interference.body);
      return;
    }
    const answer = await roundTrip(new URL(url, target()), incoming, body);
    const text = interference?.kind === 'halve' ? answer.text.slice(0, answer.text.length / 2) : answer.text;
    const head = unchunked(answer.headers);
    response.writeHead(answer.status, { ...head, 'content-length': Buffer.byteLength(text) }).end(text);
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: InterferingProxy = {
    url: `http://127.0.0.1:${port}`,
    passed,
    get underWay() {
      return underWay;
    },
    interfere: () => undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

/** Bodies are passed on whole, with their length. */
const unchunked = (headers: Answer['headers']): Answer['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'transfer-encoding'));

async function textOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

function roundTrip(url: URL, { method, headers }: IncomingMessage, body: string): Promise<Answer> {
  const head = unchunked(headers);
  return new Promise((resolve, reject) => {
    const outgoing = forward(
      url,
      // No connection is kept: a server that was stopped and started again would find a dead one.
      {
        method,
        agent: false,
        headers: { ...head, host: url.host, connection: 'close', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        textOf(response).then(
          (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          reject,
        );
      },
    );
    outgoing.on('error', reject).end(body);
  });
}
