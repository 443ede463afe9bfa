import { afterEach, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import { createLog } from '../../../../plugins/host/logging.js';
import { surroundings } from '../../../../plugins/host/telemetry/tracing/correlation.js';
import { createRequestSpans } from '../../../../plugins/host/telemetry/tracing/requestSpans.js';
import { createSpanSource } from '../../../../plugins/host/telemetry/tracing/spanSource.js';
import { correlatedOnly, tracedBy } from '../../../../plugins/host/telemetry/tracing/traced.js';
import { sendCorrelation } from '../../../../plugins/invitation/ids.js';

const one = sendCorrelation('11111111-1111-4111-8111-111111111111', 1);
const other = sendCorrelation('11111111-1111-4111-8111-111111111111', 2);
const traceId = (correlation: string | undefined): string => String(correlation).replaceAll('-', '');

/** Spans whose exporter keeps them; it forgets them at the shutdown that would send them. */
function keptSpans() {
  const kept: ReadableSpan[] = [];
  const exporter = new InMemorySpanExporter();
  exporter.export = (spans, done) => {
    kept.push(...spans);
    done({ code: 0 });
  };
  const source = createSpanSource(resourceFromAttributes({}), exporter);
  const spans = async (): Promise<readonly ReadableSpan[]> => {
    await source.shutdown();
    return kept;
  };
  return { traced: tracedBy(source), requestSpan: createRequestSpans(source.tracer), spans };
}

const trip = {
  operation: 'write',
  operations: 3,
  identity: 0,
  milliseconds: 80,
  outcome: 'answered',
  status: 200,
} as const;

afterEach(() => {
  delete process.env.OTEL_TRACES_SAMPLER;
});

describe('a span', () => {
  it('has the correlation id as its trace id, and is the parent of what it holds', async () => {
    const { traced, spans } = keptSpans();
    const inner = traced({ name: 'send', correlation: one, attributes: { generation: 1 } }, async () => {
      await Promise.resolve();
      return traced({ name: 'render' }, async () => surroundings()?.correlation);
    });
    expect(await inner).toBe(one);
    const [render, send] = await spans();
    expect([render?.name, send?.name]).toEqual(['render', 'send']);
    expect([render, send].map((span) => span?.spanContext().traceId)).toEqual([traceId(one), traceId(one)]);
    expect(send?.parentSpanContext).toBeUndefined();
    expect(send?.attributes).toEqual({ generation: 1 });
    expect(render?.parentSpanContext?.spanId).toBe(send?.spanContext().spanId);
  });

  it('with an id of its own begins a trace of its own, wherever it is', async () => {
    const { traced, spans } = keptSpans();
    await Promise.all([
      traced({ name: 'a', correlation: one }, () => traced({ name: 'b', correlation: other }, async () => 1)),
      traced({ name: 'c' }, async () => 1),
    ]);
    const found = new Map((await spans()).map((span) => [span.name, span]));
    expect(found.get('b')?.spanContext().traceId).toBe(traceId(other));
    expect(found.get('b')?.parentSpanContext).toBeUndefined();
    expect(found.get('c')?.spanContext().traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('says what it failed with by name, and not in words', async () => {
    const { traced, spans } = keptSpans();
    const failing = (error: Error) =>
      traced({ name: 'send' }, () => Promise.reject(error)).catch((caught: unknown) => caught);
    const known = invitationError('INV_CODE_INVALID');
    expect(await failing(known)).toBe(known);
    await failing(new TypeError('ada@example.org'));
    const found = await spans();
    expect(found.map(({ attributes, status, events }) => [attributes, status, events])).toEqual([
      [{ 'error.type': 'INV_CODE_INVALID' }, { code: 2 }, []],
      [{ 'error.type': 'TypeError' }, { code: 2 }, []],
    ]);
  });

  it('is sampled as OTEL_TRACES_SAMPLER says; log lines have their id all the same', async () => {
    process.env.OTEL_TRACES_SAMPLER = 'always_off';
    const { traced, spans } = keptSpans();
    expect(await traced({ name: 'send', correlation: one }, async () => surroundings()?.correlation)).toBe(
      one,
    );
    expect(await spans()).toEqual([]);
  });
});

describe('the span of a request', () => {
  it('is a child of the work it travelled for', async () => {
    const { traced, requestSpan, spans } = keptSpans();
    const asker = await traced({ name: 'send', correlation: one }, async () => surroundings());
    requestSpan({ ...trip, askers: [asker] });
    const [send, request] = await spans();
    expect(request).toMatchObject({
      name: 'dataverse write',
      kind: 2,
      links: [],
      attributes: { 'dataverse.operations': 3, 'dataverse.identity': 1, 'http.response.status_code': 200 },
    });
    expect(request?.parentSpanContext?.spanId).toBe(send?.spanContext().spanId);
    const [seconds = 0, nanoseconds = 0] = request?.duration ?? [];
    expect(seconds * 1e3 + nanoseconds / 1e6).toBeCloseTo(80, 3);
  });

  it('that carried the writes of several belongs to none of them and is linked to each', async () => {
    const { traced, requestSpan, spans } = keptSpans();
    const askers = await Promise.all(
      [one, other].map((correlation) => traced({ name: 'send', correlation }, async () => surroundings())),
    );
    requestSpan({ ...trip, askers });
    const request = (await spans()).find(({ name }) => name === 'dataverse write');
    expect(request?.parentSpanContext).toBeUndefined();
    expect(request?.links.map(({ context }) => context.traceId)).toEqual([traceId(one), traceId(other)]);
  });

  it.each([[undefined], [[]], [[undefined]]])('is not made for the work of nobody (%j)', async (askers) => {
    const { requestSpan, spans } = keptSpans();
    requestSpan({ ...trip, askers });
    expect(await spans()).toEqual([]);
  });
});

describe('log lines', () => {
  const logged = async (work: (log: ReturnType<typeof createLog>) => Promise<unknown>) => {
    const lines: string[] = [];
    await work(createLog('info', { write: (line) => void lines.push(line) }));
    return lines;
  };
  const correlationsOf = (lines: readonly string[]) =>
    lines.map((line) => (JSON.parse(line) as { correlation?: string }).correlation);

  it('carry the id of the span they are written in, after awaits too, and of no other', async () => {
    const lines = await logged(async (log) => {
      const write = async (message: string): Promise<void> => {
        await new Promise((resolve) => setImmediate(resolve));
        log.info(message);
      };
      await Promise.all([
        correlatedOnly({ name: 'send', correlation: one }, () => write('1')),
        correlatedOnly({ name: 'send', correlation: other }, () =>
          correlatedOnly({ name: 'render' }, () => write('2')),
        ),
        write('3'),
      ]);
    });
    expect(correlationsOf(lines).sort()).toEqual([one, other, undefined].sort());
  });

  it('carry it once, where the logger has it already', async () => {
    const lines = await logged((log) =>
      correlatedOnly({ name: 'send', correlation: one }, async () => {
        log.child({ correlation: one }).info('1');
        log.info('2');
      }),
    );
    expect(lines.map((line) => line.match(/"correlation"/g)?.length)).toEqual([1, 1]);
    expect(correlationsOf(lines)).toEqual([one, one]);
  });
});
