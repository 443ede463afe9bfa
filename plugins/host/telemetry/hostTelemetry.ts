import { randomUUID } from 'node:crypto';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { Logger } from 'pino';
import type { Pace } from '../../contract/pace.js';
import type { Plugin } from '../../contract/plugin.js';
import type { Telemetry } from '../../contract/telemetry.js';
import type { Clock } from '../../dataverse/clock.js';
import type { DoorObserver } from '../../dataverse/doorObserver.js';
import { measureDoor } from './metrics/doorMetrics.js';
import { countHappenings } from './metrics/happenings.js';
import { measureProcess } from './metrics/processMetrics.js';
import { PrometheusText } from './metrics/prometheusText.js';
import { measureQueues } from './metrics/queueMetrics.js';
import { measureService, type ServiceFacts } from './metrics/serviceMetrics.js';
import { observedPace } from './observedPace.js';
import { observedPlugin } from './observedPlugin.js';
import { askedFor, type Signal } from './otlp/endpoint.js';
import type { Exporters } from './otlp/exporters.js';
import { createProgressLog } from './progress/progressLog.js';
import { serviceResource } from './resource.js';
import { scope } from './scope.js';
import { surroundings } from './tracing/correlation.js';
import { createRequestSpans } from './tracing/requestSpans.js';
import { correlatedOnly, tracedBy } from './tracing/traced.js';
import type { Resource } from '@opentelemetry/resources';

/** All that the host measures, traces and tells of its progress. */
export interface HostTelemetry extends Telemetry {
  /** To be told what passes through the door. */
  readonly door: Required<DoorObserver>;
  /** The plugin and the pace as the loops get them. */
  observed(plugin: Plugin): Plugin;
  observedPace(pace: Pace): Pace;
  /** The body of `/metrics`. */
  metrics(): Promise<string>;
  /** Writes the progress of sending into the log until the signal. */
  tellProgress(signal: AbortSignal): Promise<void>;
  /** Milliseconds that `stop` needs at the most; 0 when nothing is exported. */
  readonly flushTime: number;
  /** Sends what has been kept back, within `flushTime`. Never fails. */
  stop(): Promise<void>;
}

/** What telemetry works with. */
export interface TelemetryOptions extends ServiceFacts {
  readonly log: Logger;
  readonly clock: Clock;
}

const flushTime = 1_500;
const progressTick = 5_000;

/** Words with which the send plugin leaves an invitation waiting. */
const stillWaiting: ReadonlySet<string | undefined> = new Set([
  undefined,
  'changed',
  'unknown',
  'paced',
  'given',
  'ready',
]);

/**
 * Sets up one set of instruments with one reader for `/metrics`, and one for OTLP when the standard variables (OTEL_*) name an endpoint.
 * Nothing global is touched: several services in one process do not meet.
 */
export async function createTelemetry(options: TelemetryOptions): Promise<HostTelemetry> {
  const { log, clock } = options;
  const resource = serviceResource(randomUUID());
  const exporters = await exportersFor(askedFor(process.env), resource, log);
  const text = new PrometheusText();
  const provider = new MeterProvider({
    resource,
    readers: [text, ...(exporters.metricReader ? [exporters.metricReader] : [])],
  });
  const meter = provider.getMeter(scope);
  const happened = countHappenings(meter);
  const queues = measureQueues(meter);
  const doorMetrics = measureDoor(meter);
  measureService(meter, options);
  measureProcess(meter);
  const progress = createProgressLog({
    log,
    now: () => clock.now(),
    identities: () => options.identities().length,
  });
  const requestSpan = exporters.spans && createRequestSpans(exporters.spans.tracer);
  const exporting = exporters.spans !== undefined || exporters.metricReader !== undefined;

  return {
    happened(what, reason, times = 1) {
      happened(what, reason, times);
      progress.happened(what, times);
    },
    waiting(plugin, rows, more) {
      queues.counted(plugin, rows, clock.now());
      if (plugin === 'send') progress.counted(rows, more);
    },
    traced: exporters.spans ? tracedBy(exporters.spans) : correlatedOnly,
    door: {
      roundTrip(trip) {
        doorMetrics.roundTrip(trip);
        progress.requested();
        requestSpan?.(trip);
      },
      held(hold) {
        doorMetrics.held(hold);
        progress.held(hold.identity, hold.milliseconds);
      },
      asker: surroundings,
    },
    observed: (plugin) =>
      observedPlugin(plugin, {
        began: (name) => {
          queues.active(name, 1);
        },
        ended(name, word) {
          queues.active(name, -1);
          if (name === 'send' && !stillWaiting.has(word)) progress.handled();
        },
      }),
    observedPace: (pace) =>
      observedPace(pace, () => {
        progress.paced(pace.mailsPerMinute);
      }),
    metrics: () => text.text(),
    async tellProgress(signal) {
      while (!signal.aborted) {
        await clock.sleep(progressTick, signal).catch(() => undefined);
        progress.tick();
      }
    },
    flushTime: exporting ? flushTime : 0,
    async stop() {
      const ended = Promise.allSettled([provider.shutdown(), exporters.spans?.shutdown()]);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, flushTime);
      });
      await Promise.race([ended, late]);
      clearTimeout(timer);
    },
  };
}

/** The exporters and all they stand on are loaded only here, and only when somebody listens: they cost memory and time. */
async function exportersFor(
  asked: { readonly signals: readonly Signal[]; readonly problems: readonly string[] },
  resource: Resource,
  log: Logger,
): Promise<Exporters> {
  for (const problem of asked.problems) log.warn(`telemetry: ${problem}`);
  if (asked.signals.length === 0) return {};
  const { createExporters } = await import('./otlp/exporters.js');
  log.info(`telemetry: ${asked.signals.join(' and ')} are exported (OTLP)`);
  return createExporters(asked.signals, resource, log);
}
