import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { Resource } from '@opentelemetry/resources';
import { type IMetricReader, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { Logger } from 'pino';
import { createSpanSource, type ExportingSpanSource } from '../tracing/spanSource.js';
import type { Signal } from './endpoint.js';
import { createExportReport } from './exportReport.js';
import { reportingExporter } from './reportingExporter.js';

/** What sends telemetry away. */
export interface Exporters {
  readonly metricReader?: IMetricReader;
  readonly spans?: ExportingSpanSource;
}

/**
 * Makes the exporters (OTLP over HTTP, protobuf). Addresses, headers, timeouts and certificates they read from OTEL_EXPORTER_OTLP_*
 * themselves. This module, and the libraries it stands on, is imported only when something is exported.
 */
export function createExporters(signals: readonly Signal[], resource: Resource, log: Logger): Exporters {
  const has = (signal: Signal): boolean => signals.includes(signal);
  return {
    ...(has('metrics') && { metricReader: periodicReader(log) }),
    ...(has('traces') && {
      spans: createSpanSource(
        resource,
        reportingExporter(new OTLPTraceExporter(), createExportReport('traces', log)),
      ),
    }),
  };
}

function periodicReader(log: Logger): IMetricReader {
  const interval = milliseconds('OTEL_METRIC_EXPORT_INTERVAL') ?? 60_000;
  const timeout = milliseconds('OTEL_METRIC_EXPORT_TIMEOUT') ?? 30_000;
  return new PeriodicExportingMetricReader({
    exporter: reportingExporter(new OTLPMetricExporter(), createExportReport('metrics', log)),
    exportIntervalMillis: interval,
    exportTimeoutMillis: Math.min(timeout, interval),
  });
}

function milliseconds(name: string): number | undefined {
  const value = Number(process.env[name]?.trim());
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
