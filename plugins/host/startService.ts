import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../dataverse/clock.js';
import { connect } from '../dataverse/connect.js';
import { signIn } from '../dataverse/identity/signIn.js';
import type { TokenSource } from '../dataverse/identity/tokenSource.js';
import { invitationError } from '../errors/invitationError.js';
import type { ServiceConfig } from './config.js';
import { type Environment, watchEnvironment } from './environmentWatch.js';
import { createHealthServer, type ReadinessReport, readinessReport, type ServiceState } from './health.js';
import { createLog } from './logging.js';
import { runLoop } from './loop.js';
import { createPace } from '../contract/pace.js';
import type { Plugin } from '../contract/plugin.js';
import { silentTelemetry } from '../contract/telemetry.js';
import { createReadiness } from './readiness.js';

/** What a caller may put in the place of the real thing. */
export interface ServiceParts {
  readonly plugins: readonly Plugin[];
  readonly clock?: Clock;
  readonly log?: Logger;
  /** Default: signs in with MSAL as the configuration says. */
  readonly tokens?: TokenSource;
}

/** A service that runs, in this process. */
export interface RunningService {
  /** Base address of the health checks. */
  readonly url: string;
  /** As `/readyz` tells it. */
  readiness(): ReadinessReport;
  /**
   * Takes no new rows, waits for those under way, at most 10 s, then ends what is left: nothing is lost, it is still due. May be
   * called again and gives the same promise.
   */
  stop(): Promise<void>;
}

/** Milliseconds that rows under way get to finish. */
const drainTime = 10_000;

/**
 * Starts the service. It starts also when Dataverse does not answer, does not accept it, or lacks the solution: it says so once, is not
 * ready, and keeps trying.
 * @throws InvitationError INV_CERTIFICATE_UNREADABLE, INV_PORT_UNAVAILABLE
 */
export async function startService(config: ServiceConfig, parts: ServiceParts): Promise<RunningService> {
  const { clock = systemClock, log = createLog(config.logLevel) } = parts;
  const tokens =
    parts.tokens ??
    signIn(config.credentials, { resource: config.dataverseUrl, authority: config.authority });
  /** No new work. */
  const stopping = new AbortController();
  /** No more waiting for what is under way. */
  const ending = new AbortController();
  // Every wait listens to one of them, and there may be as many as requests.
  setMaxListeners(0, stopping.signal, ending.signal);
  const readiness = createReadiness(log);
  let lastContact: number | undefined;
  let started = false;
  let loops: readonly Promise<void>[] = [];

  const dataverse = connect({
    url: config.dataverseUrl,
    tokens,
    concurrency: config.concurrency,
    clock,
    signal: ending.signal,
    onAnswer: () => {
      lastContact = clock.now();
    },
    onHold: (milliseconds) => {
      log.warn(`Dataverse is limiting the service; nothing is sent for ${Math.ceil(milliseconds / 1000)} s`);
    },
  });
  const runPlugins = ({ identity, settings }: Environment): void => {
    const pace = createPace(config.mailsPerMinute);
    const context = {
      dataverse,
      identity,
      settings,
      pace,
      log,
      telemetry: silentTelemetry,
      now: () => new Date(clock.now()),
    };
    const { concurrency, pollMilliseconds } = config;
    const options = { clock, readiness, concurrency, pollMilliseconds, signal: stopping.signal };
    started = true;
    loops = parts.plugins.map((plugin) => runLoop(plugin, context, options));
    log.info({ user: identity.userId }, `connected to ${config.dataverseUrl}; waiting for work`);
  };

  const state = (): ServiceState => ({
    stopping: stopping.signal.aborted,
    started,
    problems: readiness.problems(),
    lastContact,
    now: clock.now(),
  });
  const server = createHealthServer(state);
  const url = await listen(() => server.listen({ host: config.host, port: config.port }), config.port);
  log.info(`health checks at ${url}/healthz and ${url}/readyz`);
  const watch = watchEnvironment({
    dataverse,
    readiness,
    clock,
    onReady: runPlugins,
    signal: stopping.signal,
  });

  const stop = async (): Promise<void> => {
    log.info('stopping: finishing what is under way');
    stopping.abort();
    const drained = Promise.all([watch, ...loops]);
    const timer = setTimeout(() => ending.abort(), drainTime);
    await drained;
    clearTimeout(timer);
    ending.abort();
    await server.close();
    log.info('stopped');
  };
  let stopped: Promise<void> | undefined;
  return { url, readiness: () => readinessReport(state()), stop: () => (stopped ??= stop()) };
}

async function listen(start: () => Promise<string>, port: number): Promise<string> {
  try {
    return await start();
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw invitationError('INV_PORT_UNAVAILABLE', { port, reason }, { cause });
  }
}
