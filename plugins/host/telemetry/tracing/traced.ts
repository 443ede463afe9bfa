import { randomUUID } from 'node:crypto';
import { type Context, ROOT_CONTEXT, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import type { Span } from '../../../contract/telemetry.js';
import { isInvitationError } from '../../../errors/invitationError.js';
import { surroundings, within } from './correlation.js';

/** Starts spans whose trace id is the correlation id. */
export interface SpanSource {
  readonly tracer: Tracer;
  /** Runs `start` while the next trace begun has the id of this correlation. */
  beginTrace<T>(correlation: string, start: () => T): T;
}

type Traced = <T>(span: Span, work: () => Promise<T>) => Promise<T>;

/**
 * Without anybody to send spans to: log lines carry the correlation id, and that is all. Inside surroundings that have the id already
 * it is no more than the call.
 */
export const correlatedOnly: Traced = (span, work) => {
  const around = surroundings();
  if (around !== undefined && (span.correlation === undefined || span.correlation === around.correlation))
    return work();
  return within({ correlation: span.correlation ?? randomUUID() }, work);
};

/** With spans: a new correlation id begins a trace, everything else is a child of what surrounds it. */
export function tracedBy({ tracer, beginTrace }: SpanSource): Traced {
  return (span, work) => {
    const around = surroundings();
    const correlation = span.correlation ?? around?.correlation ?? randomUUID();
    const parent = around?.correlation === correlation ? around.context : undefined;
    const options = { attributes: span.attributes };
    const started =
      parent === undefined
        ? beginTrace(correlation, () => tracer.startSpan(span.name, { ...options, root: true }, ROOT_CONTEXT))
        : tracer.startSpan(span.name, options, parent);
    const context: Context = trace.setSpan(parent ?? ROOT_CONTEXT, started);
    const end = async (): Promise<Awaited<ReturnType<typeof work>>> => {
      try {
        return await work();
      } catch (error) {
        // The sentence of an error may quote anything; its name says enough here, the log has the rest.
        started.setStatus({ code: SpanStatusCode.ERROR });
        started.setAttribute('error.type', nameOf(error));
        throw error;
      } finally {
        started.end();
      }
    };
    return within({ correlation, context }, end);
  };
}

const nameOf = (error: unknown): string =>
  isInvitationError(error) ? error.code : error instanceof Error ? error.name : 'unknown';
