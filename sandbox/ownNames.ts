import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Names that nobody on the internet can have: this machine's, those of a container network, and the top-level domains
 * that are kept for private use (RFC 2606, RFC 6761, RFC 6762, ICANN's `internal`).
 */
const privateName = /^(?:[a-z\d_-]+|[a-z\d._-]+\.(?:localhost|internal|local|test))$/i;

/**
 * Refuses requests that call a server of the sandbox by a name of somebody else's. One signs in without a password, and mails are shown
 * to everybody, so a page whose own name was made to lead to this machine (DNS rebinding) would be of the same origin, and could sign in
 * and read everything.
 */
export function refuseOtherNames(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isOwnName(request.headers.host)) return;
    await reply
      .code(421)
      .type('text/plain; charset=utf-8')
      .send('Call this server by its address, by localhost, or by a private name.\n');
  });
}

/** @param host the Host field: `127.0.0.1:5800`, `[::1]:5800`, `sandbox` */
export function isOwnName(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || privateName.test(name);
}
