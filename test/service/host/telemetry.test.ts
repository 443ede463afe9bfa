import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../plugins/dataverse/clock.js';
import { createLog } from '../../../plugins/host/logging.js';
import { sendCorrelation } from '../../../plugins/invitation/ids.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation } from '../../../solution/schema.js';
import { until } from '../../../scripts/system/until.js';
import { startProduct, type Product } from '../product/product.js';
import { type Receiver, startReceiver } from './otlp/receiver.js';
import { configFor, start, stopServices } from './startedService.js';

jest.setTimeout(30_000);
let product: Product;
let receiver: Receiver | undefined;
beforeAll(async () => {
  product = await startProduct();
  const { admin } = product;
  const [definition] = await admin.rows(
    "environmentvariabledefinitions?$select=schemaname&$filter=schemaname eq 'inv_SiteUrl'",
  );
  await admin.create('environmentvariablevalues', {
    value: 'https://contoso.example',
    'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${String(definition?.environmentvariabledefinitionid)})`,
  });
});
afterEach(async () => {
  await stopServices();
  await receiver?.close();
  receiver = undefined;
  for (const name of Object.keys(process.env))
    if (name.startsWith('OTEL_')) Reflect.deleteProperty(process.env, name);
});
afterAll(() => product.close());

/** The service with the send plugin, in real time; every line it logs. */
async function startSending() {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const config = { ...configFor(product.sandbox.url), pollMilliseconds: 200 };
  const parts = { plugins: [sendPlugin], log, clock: systemClock };
  const { service } = await start(config, parts, 'service');
  return {
    service,
    lines,
    metrics: () => fetch(`${service.url}/metrics`).then((response) => response.text()),
  };
}

/** Asks for a send and waits until the service has sent it. */
async function sendOne() {
  const address = `ada.${randomUUID().slice(0, 8)}@contoso.example`;
  const code = `secret-${randomUUID()}`;
  const contact = await product.contact({ emailaddress1: address });
  const id = await product.single(contact, { inv_code: code, statuscode: invitation.status.sendRequested });
  await until('the mail', async () => {
    const { statuscode } = await product.read(id);
    return statuscode === invitation.status.sent || undefined;
  });
  return { id, address, code, correlation: sendCorrelation(id, 1) };
}

const valueOf = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length),
  );

describe('/metrics', () => {
  it('counts what was done, and log lines lead to it; neither tells an address or a code', async () => {
    const { metrics, lines } = await startSending();
    expect(valueOf(await metrics(), 'invitations_mails_sent_total')).toBe(0);
    const { address, code, correlation, id } = await sendOne();
    const withoutAddress = await product.single(await product.contact({ emailaddress1: null }), {
      statuscode: invitation.status.sendRequested,
    });
    const skipped = 'invitations_skipped_total{reason="noEmailAddress"}';
    const text = await until('the skip', async () => {
      const scraped = await metrics();
      return valueOf(scraped, skipped) === 1 ? scraped : undefined;
    });
    expect(withoutAddress).not.toBe(id);
    expect(valueOf(text, 'invitations_mails_sent_total')).toBe(1);
    expect(valueOf(text, 'invitations_ready')).toBe(1);
    expect(valueOf(text, 'invitations_rows_active{plugin="send"}')).toBe(0);
    const writes = '{operation="write",outcome="answered",identity="1"}';
    const requests = valueOf(text, `invitations_dataverse_requests_total${writes}`);
    expect(requests).toBeGreaterThanOrEqual(3);
    expect(valueOf(text, `invitations_dataverse_operations_total${writes}`)).toBeGreaterThan(requests);
    expect(valueOf(text, 'invitations_dataverse_request_duration_seconds_count{operation="write"}')).toBe(
      requests,
    );
    expect(valueOf(text, 'invitations_dataverse_requests_limit{identity="1"}')).toBeGreaterThanOrEqual(1);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
    // Every line is a comment or a sample, and none of them is of one row.
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE|UNIT) |[a-z_]+(\{.*\})? -?[\d.e+-]+$|$)/);
    expect(text).not.toContain(id);

    const mine = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(mine.filter((line) => line.correlation === correlation)).toContainEqual(
      expect.objectContaining({ message: 'send: sent', row: id }),
    );
    for (const said of [text, ...lines]) {
      expect(said).not.toContain(address);
      expect(said).not.toContain(code);
    }
  });
});

describe('telemetry over OTLP', () => {
  it('is a trace for each send, whose id is its correlation id, and the metrics; the rest is sent at the stop', async () => {
    receiver = await startReceiver();
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.url;
    process.env.OTEL_EXPORTER_OTLP_HEADERS = 'authorization=Bearer%20k3y';
    process.env.OTEL_SERVICE_NAME = 'invitations-test';
    const { service, lines } = await startSending();
    const { address, code, correlation } = await sendOne();
    await service.stop();

    const traceId = correlation.replaceAll('-', '');
    const spans = receiver.spans().filter((span) => span.traceId === traceId);
    const named = (name: string) => spans.filter((span) => span.name === name);
    expect(spans.map(({ name }) => name).sort()).toEqual(
      expect.arrayContaining(['dataverse write', 'hand over', 'render', 'send']),
    );
    // The first attempt hashes the code, the second sends: one trace tells of both.
    expect(named('send').map(({ parent }) => parent)).toEqual(['', '']);
    expect(named('hand over')[0]?.parent).toBe(named('send')[1]?.spanId);
    expect(named('render')[0]?.parent).toBe(named('hand over')[0]?.spanId);
    expect(named('dataverse write').at(-1)?.parent).toBe(named('hand over')[0]?.spanId);
    expect(receiver.metrics()).toContain('invitations_mails_sent');
    for (const { headers, body } of receiver.arrived) {
      expect(headers).toMatchObject({
        'content-type': 'application/x-protobuf',
        authorization: 'Bearer k3y',
      });
      const text = body.toString('latin1');
      expect(text).toContain('invitations-test');
      expect(text).not.toContain(address);
      expect(text).not.toContain(code);
    }
    expect(lines.join()).not.toContain('k3y');
  });

  it.each([
    ['does not exist', async () => 'http://127.0.0.1:9'],
    [
      'never answers',
      async () => {
        receiver = await startReceiver(false);
        return receiver.url;
      },
    ],
  ])('to an endpoint that %s disturbs nothing', async (_name, endpoint) => {
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = await endpoint();
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '400';
    process.env.OTEL_BSP_SCHEDULE_DELAY = '50';
    process.env.OTEL_METRIC_EXPORT_INTERVAL = '50';
    const { service, lines, metrics } = await startSending();
    await sendOne();
    expect(valueOf(await metrics(), 'invitations_mails_sent_total')).toBe(1);
    const warnings = (): readonly string[] => lines.filter((line) => line.includes('do not arrive'));
    await until('the warnings', async () => warnings().length >= 2 || undefined);
    await sendOne();
    const began = Date.now();
    await service.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(
      warnings()
        .map((line) => /(traces|metrics) do not arrive/.exec(line)?.[1])
        .sort(),
    ).toEqual(['metrics', 'traces']);
  });
});
