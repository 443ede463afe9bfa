import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hexAt, messagesAt, textAt } from './protobuf.js';

/** What arrived at a collector. */
interface Arrived {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A span as a collector reads it (opentelemetry-proto, trace.proto). */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parent: string;
}

/** A small collector of OTLP over HTTP. */
export interface Receiver {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  spans(): readonly ReceivedSpan[];
  /** Names of the metrics. */
  metrics(): readonly string[];
  close(): Promise<void>;
}

/** @param answers false: it takes connections and never says anything */
export async function startReceiver(answers = true): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      arrived.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) });
      if (answers) response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bodiesAt = (path: string) => arrived.filter((one) => one.path === path).map(({ body }) => body);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    spans: () =>
      bodiesAt('/v1/traces')
        .flatMap((body) => messagesAt(body, 1, 2, 2))
        .map((span) => ({
          name: textAt(span, 5),
          traceId: hexAt(span, 1),
          spanId: hexAt(span, 2),
          parent: hexAt(span, 4),
        })),
    metrics: () =>
      bodiesAt('/v1/metrics')
        .flatMap((body) => messagesAt(body, 1, 2, 2))
        .map((metric) => textAt(metric, 1)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
