import Fastify, { type FastifyInstance } from 'fastify';
import { readinessReport, type ServiceState } from './health.js';

/** What the status server asks. */
export interface StatusSources {
  readonly state: () => ServiceState;
  /** The instruments in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
}

/**
 * `/healthz`: the process lives (200). `/readyz`: it can do its work (200) or not (503), with the reasons. `/metrics`: what it has done,
 * for Prometheus. Nothing else is served.
 */
export function createStatusServer({ state, metrics }: StatusSources): FastifyInstance {
  const server = Fastify({ logger: false, forceCloseConnections: true });
  server.get('/healthz', () => ({ status: 'alive' }));
  server.get('/readyz', (_request, reply) => {
    const report = readinessReport(state());
    return reply.code(report.status === 'ready' ? 200 : 503).send(report);
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
  );
  return server;
}
