import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site that people go on to when they have redeemed. */
export interface ReturnSite {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  /** Address and Referer of everything it was asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const page = `<!doctype html><html lang="en"><title>Portal</title><link rel="icon" href="data:,">
<main><h1>Welcome to the portal</h1></main></html>`;

/** Starts a site with one page, that says hello and remembers what it was told. */
export async function startReturnSite(): Promise<ReturnSite> {
  const asked: string[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    asked.push(`${url} from ${headers.referer ?? 'nowhere'}`);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
