import { describe, expect, it } from '@jest/globals';
import { idle, type Progress } from '../../../../plugins/host/telemetry/progress/progress.js';
import { closingLine, progressLine } from '../../../../plugins/host/telemetry/progress/progressLine.js';

const now = Date.parse('2026-11-23T14:00:00Z');
const begun: Progress = {
  ...idle,
  began: now - 120_000,
  lastHandled: now,
  sent: 1_250,
  handled: 1_250,
  requests: 1_280,
  counted: { rows: 8_750, more: false, at: now - 20_000, handled: 1_250 },
  marks: [{ at: now - 60_000, handled: 1_211 }],
};
const line = (change: Partial<Progress>): string => progressLine({ ...begun, ...change }, now);

describe('the line while there is a queue', () => {
  it.each<[string, Partial<Progress>, string]>([
    [
      'tells what is done, what waits, how fast, and until when',
      {},
      'send: 1,250 sent · 8,750 waiting (counted 20 s ago) · 39.0 a minute · done at about 17:44 UTC',
    ],
    [
      'has the day when that is not today',
      { counted: { rows: 40_000, more: false, at: now, handled: 1_250 } },
      'send: 1,250 sent · 40,000 waiting (counted 0 s ago) · 39.0 a minute · done at about 2026-11-24 07:05 UTC',
    ],
    [
      'takes off what was handled since the count',
      { counted: { rows: 450, more: false, at: now - 40_000, handled: 1_220 } },
      'send: 1,250 sent · about 420 waiting (counted 40 s ago) · 39.0 a minute · done at about 14:10 UTC',
    ],
    [
      'has none wait once all that were counted are handled',
      { counted: { rows: 204, more: false, at: now - 39_000, handled: 1_046 } },
      'send: 1,250 sent · 39.0 a minute',
    ],
    [
      'foretells nothing while Dataverse does not count to the end',
      { counted: { rows: 50_000, more: true, at: now - 180_000, handled: 0 } },
      'send: 1,250 sent · more than 48,750 waiting (counted 3 min ago) · 39.0 a minute',
    ],
    [
      'foretells nothing before there is a rate',
      { marks: [{ at: now - 10_000, handled: 0 }] },
      'send: 1,250 sent · 8,750 waiting (counted 20 s ago)',
    ],
    [
      'tells what went wrong and what it waited for',
      { marks: [], counted: undefined, skipped: 12, failed: 1, waitedMilliseconds: 40_000 },
      'send: 1,250 sent · 12 skipped · 1 failed · waited 40 s for Dataverse',
    ],
    [
      'says when it is the mailbox that limits',
      { marks: [], counted: undefined, paced: { at: now - 59_000, mailsPerMinute: 30 } },
      'send: 1,250 sent · limited by the mailbox pace of 30 a minute',
    ],
    [
      'does not when that is long ago',
      { marks: [], counted: undefined, paced: { at: now - 61_000, mailsPerMinute: 30 } },
      'send: 1,250 sent',
    ],
  ])('%s', (_name, change, expected) => {
    expect(line(change)).toBe(expected);
  });
});

describe('the line at the end', () => {
  it.each<[string, Partial<Progress>, 'empty' | 'stuck', string]>([
    [
      'sums up',
      { skipped: 50, handled: 1_300, requests: 1_365, waitedMilliseconds: 7_500_000 },
      'empty',
      'send: the queue is empty: 1,250 sent · in 2 min · 650.0 invitations a minute · 1.05 requests an invitation · 50 skipped · waited 2 h 5 min for Dataverse',
    ],
    [
      'claims no rate for a moment',
      { began: now - 500 },
      'empty',
      'send: the queue is empty: 1,250 sent · in 1 s · 1.02 requests an invitation',
    ],
    [
      'says when the rest does not move',
      { counted: { rows: 3, more: false, at: now, handled: 1_250 } },
      'stuck',
      'send: 3 waiting do not move: 1,250 sent · in 2 min · 625.0 invitations a minute · 1.02 requests an invitation',
    ],
  ])('%s', (_name, change, end, expected) => {
    expect(closingLine({ ...begun, ...change }, end)).toBe(expected);
  });
});
