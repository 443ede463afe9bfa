import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../dataverse/clock.js';
import { connect } from '../dataverse/connect.js';
import { signIn } from '../dataverse/identity/signIn.js';
import type { TokenSource } from '../dataverse/identity/tokenSource.js';
import { createClockWarning } from './environment/clockWarning.js';
import type { ServiceConfig } from './config.js';
import { createDoorReport } from './doorReport.js';
import { feeding } from './doors/feeding.js';
import { listen } from './listen.js';
import { openDoors } from './doors/openDoors.js';
import { type Environment, watchEnvironment } from './environment/environmentWatch.js';
import { type ReadinessReport, readinessReport, type ServiceState } from './status/health.js';
import { partOf } from './environment/identityWatch.js';
import { createLog } from './logging.js';
import { createBell } from './loop/bell.js';
import { rowsAtOnce, runLoop } from './loop/loop.js';
import { createPace } from '../contract/pace.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import { pluginContext } from './pluginContext.js';
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
  /** Where the doors listen; undefined when it has none. */
  readonly doors?: string;
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
  /** What the doors work with, once the plugins run. */
  let working: PluginContext | undefined;
  let loops: readonly Promise<void>[] = [];
  const bell = createBell();
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
  const now = (): Date => new Date(clock.now() + dataverse.clockOffset);
  const runPlugins = (environment: Environment): void => {
    const pace = telemetry.observedPace(createPace(config.mailsPerMinute, config.instances));
    const context = pluginContext(environment, { dataverse, pace, log, telemetry, now });
    const options = {
      clock,
      readiness,
      rowsAtOnce: rowsAtOnce(config.concurrency * identities.length),
      pollMilliseconds: config.pollMilliseconds,
      bell,
      signal: stopping.signal,
    };
    working = feeding(context, bell, parts.plugins);
    loops = [
      ...parts.plugins.map((plugin) => runLoop(telemetry.observed(plugin), context, options)),
      telemetry.tellProgress(stopping.signal),
    ];
    log.info({ user: context.identity.userId }, `connected to ${config.dataverseUrl}; waiting for work`);
  };

  const state = (): ServiceState => ({
    stopping: stopping.signal.aborted,
    started: working !== undefined,
    problems: readiness.problems(),
    lastContact: door.lastContact(),
    now: clock.now(),
  });
  const server = createStatusServer({ state, metrics: () => telemetry.metrics() });
  const { host, port } = config;
  const url = await listen(server, { host, port, variable: 'INVITATIONS_PORT' });
  log.info(`health checks at ${url}/healthz and ${url}/readyz, metrics at ${url}/metrics`);
  /** While Dataverse is out of reach nobody is kept waiting for an answer that cannot come. */
  const reachable = (): PluginContext | undefined =>
    readiness.problems().some(({ part }) => part === 'dataverse') ? undefined : working;
  const doorsParts = { context: reachable, log, now, telemetry };
  const doors =
    config.doors &&
    (await openDoors(config.doors, doorsParts).catch(async (error: unknown) => {
      await server.close();
      throw error;
    }));
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
    const drained = Promise.all([watch, doors?.close(ending.signal), ...loops]);
    const timer = setTimeout(() => ending.abort(), stopTime - telemetry.flushTime);
    await drained;
    const context = working;
    if (context) await Promise.all(parts.plugins.map((plugin) => plugin.stop?.(context)));
    clearTimeout(timer);
    ending.abort();
    await telemetry.stop();
    await server.close();
    log.info('stopped');
  };
  let stopped: Promise<void> | undefined;
  return {
    url,
    ...(doors && { doors: doors.url }),
    readiness: () => readinessReport(state()),
    stop: () => (stopped ??= stop()),
  };
}
