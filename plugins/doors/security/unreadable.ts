import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What came is no request that could be routed: these answers are made apart from all others, and must be as harmless. */
const headers: Readonly<Record<string, string>> = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  connection: 'close',
};

/** Codes of Node's HTTP server (HTTP, event `clientError`) that have a status of their own. */
const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers an address that cannot be decoded. The answer does not repeat it: there may be a code in it. */
export function refuseAddress(response: ServerResponse): void {
  response.writeHead(400, headers).end(textOf(400));
}

/** Answers what is no HTTP, has too many headers, or takes too long to come. */
export function refuseBytes({ code = '' }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOf[code] ?? 400;
  const lines = Object.entries({ ...headers, 'content-length': String(textOf(status).length) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${textOf(status)}`);
}

const textOf = (status: number): string => `${STATUS_CODES[status]}\n`;
