import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that answers every page with the same status. */
export interface Site {
  readonly url: string;
  /** Paths and queries that were asked for. */
  readonly asked: readonly string[];
  /** The status from now on. */
  answer(status: number): void;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const asked: string[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status, { location: '/signin' });
    response.end('page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer: (next) => {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
