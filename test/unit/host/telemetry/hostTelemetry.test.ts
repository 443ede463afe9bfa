import { describe, expect, it } from '@jest/globals';
import { createPace } from '../../../../plugins/contract/pace.js';
import type { Plugin } from '../../../../plugins/contract/plugin.js';
import type { PluginContext } from '../../../../plugins/contract/plugin.js';
import { createLog } from '../../../../plugins/host/logging.js';
import { createTelemetry } from '../../../../plugins/host/telemetry/hostTelemetry.js';
import { forgedClock } from '../../dataverse/forgedClock.js';

/** Telemetry without an endpoint, and what it says. */
async function listening() {
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push((JSON.parse(line) as { message: string }).message);
  };
  const clock = forgedClock();
  const telemetry = await createTelemetry({
    log: createLog('info', { write }),
    clock,
    ready: () => true,
    clockOffset: () => -2_500,
    identities: () => [
      { number: 1, requests: { limit: 8, active: 3 } },
      { number: 2, requests: { limit: 4, active: 0 } },
    ],
  });
  /** The samples, without comments. */
  const samples = async () => (await telemetry.metrics()).split('\n').filter((line) => /^inv/.test(line));
  return { telemetry, clock, lines, samples };
}

/** A send plugin whose rows end with the word they hold. */
const plugin: Plugin<{ word: string }> = {
  name: 'send',
  idOf: () => '1',
  async *due() {
    yield [];
  },
  async run({ word }) {
    if (word === 'fail') throw new Error(word);
    if (word === 'slow') await new Promise((resolve) => setImmediate(resolve));
    return word;
  },
};

describe('the metrics', () => {
  it('have what happened, by reason', async () => {
    const { telemetry, samples } = await listening();
    telemetry.happened('sent', undefined, 3);
    telemetry.happened('skipped', 'expired');
    telemetry.happened('skipped', 'expired');
    telemetry.happened('redeemed', 'invalidCode');
    telemetry.happened('security', 'lockedOut');
    expect(await samples()).toEqual(
      expect.arrayContaining([
        'invitations_mails_sent_total 3',
        'invitations_skipped_total{reason="expired"} 2',
        'invitations_redemptions_total{outcome="invalidCode"} 1',
        'invitations_security_events_total{event="lockedOut"} 1',
      ]),
    );
  });

  it('have what passed through the door and what Dataverse held up, by application user', async () => {
    const { telemetry, samples } = await listening();
    const trip = { operation: 'write', operations: 30, identity: 1, milliseconds: 250 } as const;
    telemetry.door.roundTrip({ ...trip, outcome: 'answered', status: 200 });
    telemetry.door.roundTrip({ ...trip, outcome: 'throttled', status: 429, throttle: 'requests' });
    telemetry.door.held({ identity: 1, milliseconds: 1_500, throttle: 'requests' });
    telemetry.door.held({ identity: 1, milliseconds: 2_000, throttle: 'requests' });
    const label = (outcome: string) => `{operation="write",outcome="${outcome}",identity="2"}`;
    expect(await samples()).toEqual(
      expect.arrayContaining([
        `invitations_dataverse_requests_total${label('answered')} 1`,
        `invitations_dataverse_requests_total${label('throttled')} 1`,
        `invitations_dataverse_operations_total${label('answered')} 30`,
        'invitations_dataverse_request_duration_seconds_bucket{operation="write",le="0.2"} 0',
        'invitations_dataverse_request_duration_seconds_bucket{operation="write",le="0.4"} 2',
        'invitations_dataverse_request_duration_seconds_sum{operation="write"} 0.5',
        'invitations_throttled_seconds_total{identity="2",limit="requests"} 3.5',
      ]),
    );
  });

  it('have the state of the queue and of the service', async () => {
    const { telemetry, clock, samples } = await listening();
    telemetry.waiting('send', 8_750, false);
    expect(await samples()).toEqual(
      expect.arrayContaining([
        'invitations_queue_rows{plugin="send"} 8750',
        `invitations_queue_counted_timestamp_seconds{plugin="send"} ${clock.now() / 1000}`,
        'invitations_ready 1',
        'invitations_clock_offset_seconds -2.5',
        'invitations_dataverse_requests_limit{identity="1"} 8',
        'invitations_dataverse_requests_active{identity="1"} 3',
        'invitations_dataverse_requests_limit{identity="2"} 4',
      ]),
    );
  });
});

describe('what the host listens to', () => {
  const context = {} as PluginContext;

  it('counts rows under way, and those that end', async () => {
    const { telemetry, samples } = await listening();
    const observed = telemetry.observed(plugin as Plugin);
    const running = observed.run({ word: 'slow' }, context);
    expect(await samples()).toContain('invitations_rows_active{plugin="send"} 1');
    expect(await running).toBe('slow');
    await expect(observed.run({ word: 'fail' }, context)).rejects.toThrow('fail');
    expect(await samples()).toContain('invitations_rows_active{plugin="send"} 0');
  });

  it('takes only those for progress that wait no longer, and says what limits', async () => {
    const { telemetry, clock, lines } = await listening();
    const stopping = new AbortController();
    const told = telemetry.tellProgress(stopping.signal);
    const observed = telemetry.observed(plugin as Plugin);
    const pace = telemetry.observedPace(createPace(30));
    telemetry.waiting('send', 100, false);
    for (const word of ['given', 'changed', 'paced', 'unknown', 'sent', 'skipped'])
      await observed.run({ word }, context);
    telemetry.happened('sent');
    telemetry.happened('skipped', 'expired');
    await clock.advance(30_000);
    expect(pace.take('a', 31, new Date(clock.now()))).toBe(30);
    expect(pace.room('a', new Date(clock.now()))).toBe(0);
    await observed.run({ word: 'sent' }, context);
    await clock.advance(30_000);
    stopping.abort();
    await told;
    expect(lines).toEqual([
      'send: 1 sent · about 98 waiting (counted 30 s ago) · 4.0 a minute · done at about 22:38 UTC · 1 skipped',
      expect.stringMatching(/ · limited by the mailbox pace of 30 a minute · 1 skipped$/),
    ]);
  });

  it('stops at once where nothing is exported', async () => {
    const { telemetry } = await listening();
    expect(telemetry.flushTime).toBe(0);
    await telemetry.stop();
  });
});
