import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { silentTelemetry, type Telemetry } from '../contract/telemetry.js';
import { addApi } from './api/addApi.js';
import type { DoorsConfig } from './config/doorsConfig.js';
import type { DoorsContext } from './doorsContext.js';
import { addPage } from './page/addPage.js';
import { theRedemptions, type Redemptions } from './page/redemptions.js';
import { createSeal } from './sealed/seal.js';
import { logRequests } from './security/logRequests.js';
import { keepNothing, securityHeaders } from './security/securityHeaders.js';
import { systemTimer, type Timer } from './security/timer.js';
import { refuseAddress, refuseBytes } from './security/unreadable.js';
import type { SignIn } from './signIn/signIn.js';

/** Milliseconds in which a request must have come, body and all: who sends a byte now and then holds no connection. */
const requestTimeout = 30_000;

/** What the doors stand on. */
export interface DoorsParts {
  readonly config: DoorsConfig;
  readonly context: DoorsContext;
  readonly signIn: SignIn;
  readonly log: Logger;
  /** Dataverse's clock. */
  readonly now: () => Date;
  /** Counts security events of the page. Default: nobody listens. */
  readonly telemetry?: Telemetry;
  /** How long an answer takes; tests forge it. */
  readonly timer?: Timer;
  /** Default: those of plugins/redeem. */
  readonly redemptions?: Redemptions;
}

/**
 * The HTTP server of the redemption page and the API. Not listening yet: `listen({ host, port })` of what it gives.
 * `/healthz` and `/readyz` tell an ingress that the process lives and whether it can answer, and no reasons: these are for the status
 * server, which nobody outside reaches.
 */
export async function createDoors(parts: DoorsParts): Promise<FastifyInstance> {
  const { config, context, signIn, log, now } = parts;
  const { telemetry = silentTelemetry, timer = systemTimer, redemptions = theRedemptions } = parts;
  const app = Fastify({
    logger: false,
    // Those under way are answered when the service stops; the host cuts them at its deadline.
    forceCloseConnections: 'idle',
    // Counted from the service: the first hop is who connects.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    bodyLimit: 16_384,
    // The native link is written `/Register/` by some.
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
    requestTimeout,
    frameworkErrors: (_error, _request, { raw }) => refuseAddress(raw),
    clientErrorHandler: refuseBytes,
  });
  logRequests(app, log);
  keepNothing(app);
  await app.register(helmet, securityHeaders(config, signIn));
  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', (_request, reply) => {
    const ready = context() !== undefined;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  const seal = createSeal(config, now);
  await addPage(app, { config, context, signIn, seal, log, telemetry, timer, redemptions });
  await addApi(app, { config: config.api, context, log, now, url: config.url, timer });
  return app;
}
