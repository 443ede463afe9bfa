import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../dataverse/clock.js';
import { connect } from '../dataverse/connect.js';
import { signIn } from '../dataverse/identity/signIn.js';
import type { TokenSource } from '../dataverse/identity/tokenSource.js';
import { invitationError } from '../errors/invitationError.js';
import { createClockWarning } from './environment/clockWarning.js';
import type { ServiceConfig } from './config.js';
import { createDoorReport } from './doorReport.js';
import { type Environment, watchEnvironment } from './environment/environmentWatch.js';
import { type ReadinessReport, readinessReport, type ServiceState } from './status/health.js';
import { partOf } from './environment/identityWatch.js';
import { createLog } from './logging.js';
import { createBell } from './loop/bell.js';
import { rowsAtOnce, runLoop } from './loop/loop.js';
import { createPace } from '../contract/pace.js';
import type { Plugin } from '../contract/plugin.js';
import { createReadiness } from './status/readiness.js';
import { createStatusServer } from './status/statusServer.js';
import { createTelemetry } from './telemetry/hostTelemetry.js';

/** What a caller may put in the place of the real thing. */
export interface ServiceParts {
  readonly plugins: readonly Plugin[];
  readonly clock?: Clock;
  readonly log?: Logger;
  /** Default: signs in with MSAL as the configuration says. */
  readonly identities?: readonly TokenSource[];
}

/** A service that runs, in this process. */
export interface RunningService {
  /** Base address of health checks and metrics. */
  readonly url: string;
  /** As `/readyz` tells it. */
  readiness(): ReadinessReport;
  /**
   * Takes no new rows, waits for those under way, at most 10 s, then ends what is left: nothing is lost, it is still due. May be
   * called again and gives the same promise.
   */
  stop(): Promise<void>;
}

/** Milliseconds in which rows under way are finished and telemetry is sent: Docker waits no longer before it kills. */
const stopTime = 10_000;

/**
 * Starts the service. It starts also when Dataverse does not answer, does not accept it, or lacks the solution: it says so once, is not
 * ready, and keeps trying.
 * @throws InvitationError INV_CERTIFICATE_UNREADABLE, INV_PORT_UNAVAILABLE
 */
export async function startService(config: ServiceConfig, parts: ServiceParts): Promise<RunningService> {
  const { clock = systemClock, log = createLog(config.logLevel) } = parts;
  const signInOptions = { resource: config.dataverseUrl, authority: config.authority };
  const identities =
    parts.identities ?? config.identities.map((credentials) => signIn(credentials, signInOptions));
  /** No new work. */
  const stopping = new AbortController();
  /** No more waiting for what is under way. */
  const ending = new AbortController();
  // Every wait listens to one of them, and there may be as many as requests.
  setMaxListeners(0, stopping.signal, ending.signal);
  const readiness = createReadiness(log);
  let started = false;
  let loops: readonly Promise<void>[] = [];
  const telemetry = await createTelemetry({
    log,
    clock,
    identities: () => dataverse.identities,
    ready: () => readinessReport(state()).status === 'ready',
    clockOffset: () => dataverse.clockOffset,
  });

  const door = createDoorReport(log, clock, identities.length, telemetry.door);
  const dataverse = connect({
    url: config.dataverseUrl,
    identities,
    concurrency: config.concurrency,
    instances: config.instances,
    protectionWindow: config.protectionWindow,
    clock,
    signal: ending.signal,
    observer: door.observer,
    onRefused: (number, error) => {
      readiness.report(partOf(number), error);
    },
  });
  const runPlugins = ({ identity, settings }: Environment): void => {
    const pace = telemetry.observedPace(createPace(config.mailsPerMinute, config.instances));
    const context = {
      dataverse,
      get identity() {
        return identity();
      },
      settings,
      pace,
      log,
      telemetry,
      now: () => new Date(clock.now() + dataverse.clockOffset),
    };
    const options = {
      clock,
      readiness,
      rowsAtOnce: rowsAtOnce(config.concurrency * identities.length),
      pollMilliseconds: config.pollMilliseconds,
      bell: createBell(),
      signal: stopping.signal,
    };
    started = true;
    loops = [
      ...parts.plugins.map((plugin) => runLoop(telemetry.observed(plugin), context, options)),
      telemetry.tellProgress(stopping.signal),
    ];
    log.info({ user: identity().userId }, `connected to ${config.dataverseUrl}; waiting for work`);
  };

  const state = (): ServiceState => ({
    stopping: stopping.signal.aborted,
    started,
    problems: readiness.problems(),
    lastContact: door.lastContact(),
    now: clock.now(),
  });
  const server = createStatusServer({ state, metrics: () => telemetry.metrics() });
  const url = await listen(() => server.listen({ host: config.host, port: config.port }), config.port);
  log.info(`health checks at ${url}/healthz and ${url}/readyz, metrics at ${url}/metrics`);
  const watch = watchEnvironment({
    dataverse,
    readiness,
    clock,
    onClock: createClockWarning(log),
    onReady: runPlugins,
    signal: stopping.signal,
  });

  const stop = async (): Promise<void> => {
    log.info('stopping: finishing what is under way');
    stopping.abort();
    const drained = Promise.all([watch, ...loops]);
    const timer = setTimeout(() => ending.abort(), stopTime - telemetry.flushTime);
    await drained;
    clearTimeout(timer);
    ending.abort();
    await telemetry.stop();
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
