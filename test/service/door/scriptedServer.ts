import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request. */
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** Closes the connection: before any answer, or in the middle of one. */
  | 'reset'
  | 'break off'
  /** Never answers. */
  | 'silence';

export interface Received {
  readonly method: string;
  /** Path and query below `/api/data/v9.2/`, decoded. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A Dataverse that says what it is told to say, in order; what was asked is there to see. */
export interface ScriptedServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Replies that nobody has asked for yet. */
  left(): number;
  close(): Promise<void>;
}

export async function startScriptedServer(...script: readonly Reply[]): Promise<ScriptedServer> {
  const received: Received[] = [];
  let next = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        method: request.method ?? '',
        path: decodeURIComponent((request.url ?? '').replace('/api/data/v9.2/', '')),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      const reply = script[next] ?? {
        status: 500,
        body: { error: { code: '0x0', message: 'not in the script' } },
      };
      next += 1;
      give(reply, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    left: () => script.length - next,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function give(reply: Reply, response: ServerResponse): void {
  if (reply === 'silence') return;
  if (reply === 'reset') {
    response.socket?.destroy();
    return;
  }
  if (reply === 'break off') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"value":[');
    setImmediate(() => response.socket?.destroy());
    return;
  }
  const { status, headers, body } = reply;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json; odata.metadata=minimal';
  response.writeHead(status, { ...(text && { 'content-type': type }), ...headers }).end(text);
}

/** The error of the Web API with its code. */
export const refusal = (status: number, code: string, message = 'said so', headers = {}): Reply => ({
  status,
  headers,
  body: { error: { code, message } },
});

/** One part of the answer to a batch. */
export interface Part {
  readonly status: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The answer to a `$batch`: a part is the answer to one operation, an array those of a changeset. */
export function batchAnswer(status: number, ...parts: readonly (Part | readonly Part[])[]): Reply {
  const lines: string[] = [];
  const add = (part: Part): void => {
    lines.push('Content-Type: application/http', 'Content-Transfer-Encoding: binary', '');
    lines.push(`HTTP/1.1 ${part.status}`, 'OData-Version: 4.0');
    for (const [name, value] of Object.entries(part.headers ?? {})) lines.push(`${name}: ${value}`);
    lines.push('', part.body === undefined ? '' : JSON.stringify(part.body));
  };
  for (const part of parts) {
    lines.push('--batchresponse_1');
    if (!Array.isArray(part)) {
      add(part as Part);
      continue;
    }
    lines.push('Content-Type: multipart/mixed; boundary=changesetresponse_1', '');
    for (const inner of part as Part[]) {
      lines.push('--changesetresponse_1');
      add(inner);
    }
    lines.push('--changesetresponse_1--');
  }
  lines.push('--batchresponse_1--', '');
  return {
    status,
    headers: { 'content-type': 'multipart/mixed; boundary=batchresponse_1' },
    body: lines.join('\r\n'),
  };
}
