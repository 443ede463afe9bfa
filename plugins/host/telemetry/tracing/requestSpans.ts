import { type Context, type Link, ROOT_CONTEXT, SpanKind, trace, type Tracer } from '@opentelemetry/api';
import type { RoundTrip } from '../../../dataverse/doorObserver.js';
import type { Surroundings } from './correlation.js';

/**
 * A span for each HTTP request, made after its end. A request that travelled for one piece of work is a child of it; one that carries
 * the writes of several belongs to none of their traces and has a link to each (OpenTelemetry, links between spans). What happens outside
 * of any work, such as looking for it, is not traced.
 */
export function createRequestSpans(tracer: Tracer): (trip: RoundTrip) => void {
  return (trip) => {
    const contexts = contextsOf(trip);
    const [parent] = contexts;
    if (parent === undefined) return;
    const alone = contexts.length === 1;
    const end = Date.now();
    const links = alone ? [] : contexts.flatMap(linkTo);
    tracer
      .startSpan(
        `dataverse ${trip.operation}`,
        { kind: SpanKind.CLIENT, startTime: end - trip.milliseconds, links, attributes: attributesOf(trip) },
        alone ? parent : ROOT_CONTEXT,
      )
      .end(end);
  };
}

/** The work a request travelled for, each once. */
function contextsOf({ askers = [] }: RoundTrip): readonly Context[] {
  const asking = askers as readonly (Surroundings | undefined)[];
  return [...new Set(asking.flatMap((around) => around?.context ?? []))];
}

const linkTo = (context: Context): readonly Link[] => {
  const span = trace.getSpanContext(context);
  return span === undefined ? [] : [{ context: span }];
};

const attributesOf = (trip: RoundTrip): Record<string, string | number> => ({
  'dataverse.operations': trip.operations,
  'dataverse.identity': trip.identity + 1,
  'dataverse.outcome': trip.outcome,
  ...(trip.throttle !== undefined && { 'dataverse.limit': trip.throttle }),
  ...(trip.status !== undefined && { 'http.response.status_code': trip.status }),
});
