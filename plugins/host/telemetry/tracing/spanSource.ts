import type { Resource } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  RandomIdGenerator,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import { scope } from '../scope.js';
import { traceIdOf } from './traceId.js';
import type { SpanSource } from './traced.js';

/** Makes spans and sends them, in batches. */
export interface ExportingSpanSource extends SpanSource {
  /** Sends what is left and ends. */
  shutdown(): Promise<void>;
}

/**
 * Spans as the SDK makes them, with OTEL_TRACES_SAMPLER and OTEL_BSP_* honoured by it. The trace id is given by an id generator and not
 * by an invented parent: a parent nobody ever sent would leave the trace without a root, and override the sampler.
 */
export function createSpanSource(resource: Resource, exporter: SpanExporter): ExportingSpanSource {
  const random = new RandomIdGenerator();
  let wanted: string | undefined;
  const provider = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(exporter)],
    idGenerator: {
      generateTraceId: () => wanted ?? random.generateTraceId(),
      generateSpanId: () => random.generateSpanId(),
    },
  });
  return {
    tracer: provider.getTracer(scope),
    beginTrace(correlation, start) {
      wanted = traceIdOf(correlation);
      try {
        return start();
      } finally {
        wanted = undefined;
      }
    },
    shutdown: () => provider.shutdown(),
  };
}
