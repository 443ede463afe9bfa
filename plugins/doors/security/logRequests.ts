import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** What an ingress asks all the time. */
const quiet: ReadonlySet<string | undefined> = new Set(['/healthz', '/readyz']);

/** One line a request, by the pattern of its route: addresses may hold codes, and headers and bodies secrets. */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url;
    if (quiet.has(route)) return;
    log.info({ method, route, status: statusCode, milliseconds: Math.round(elapsedTime) }, 'request');
  });
}
