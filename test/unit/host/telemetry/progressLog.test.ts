import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../../../../plugins/host/logging.js';
import {
  createProgressLog,
  type ProgressLog,
} from '../../../../plugins/host/telemetry/progress/progressLog.js';

let now: number;
let lines: string[];
let progress: ProgressLog;
beforeEach(() => {
  now = Date.parse('2026-11-23T14:00:00Z');
  lines = [];
  const write = (line: string): void => {
    lines.push((JSON.parse(line) as { message: string }).message);
  };
  progress = createProgressLog({
    log: createLog('info', { write }),
    now: () => now,
    identities: () => 1,
  });
});

/** So many seconds of sending, one invitation and request each, with a look at every fifth. */
function send(seconds: number): void {
  for (let second = 1; second <= seconds; second += 1) {
    progress.requested();
    progress.happened('sent', 1);
    progress.handled();
    now += 1_000;
    if (second % 5 === 0) progress.tick();
  }
}

describe('progress in the log', () => {
  it('is a line each half minute, and one at the end', () => {
    progress.counted(500, false);
    send(95);
    progress.counted(0, false);
    progress.tick();
    progress.tick();
    expect(lines.map((line) => line.replace(/ ·.*/, ''))).toEqual([
      'send: 30 sent',
      'send: 60 sent',
      'send: 90 sent',
      'send: the queue is empty: 95 sent',
    ]);
  });

  it('begins anew after that', () => {
    send(30);
    progress.counted(0, false);
    progress.tick();
    send(30);
    expect(lines.at(-1)).toMatch(/^send: 30 sent/);
    expect(lines.at(-2)).toMatch(/the queue is empty: 30 sent/);
  });

  it('is silent about a few, that have a line each', () => {
    send(9);
    progress.counted(0, false);
    progress.tick();
    expect(lines).toEqual([]);
  });

  it('is silent while nothing new has happened, and says when the rest does not move', () => {
    progress.counted(40, false);
    send(30);
    progress.counted(10, false);
    for (let turn = 0; turn < 100; turn += 1) {
      now += 5_000;
      progress.tick();
    }
    expect(lines).toEqual([
      expect.stringMatching(/^send: 30 sent/),
      expect.stringMatching(/^send: 10 waiting do not move: 30 sent · in 29 s/),
    ]);
  });

  it('tells how long Dataverse made it wait, overlaps once', () => {
    send(30);
    expect(lines).toEqual(['send: 30 sent · 60.0 a minute']);
    progress.held(0, 20_000);
    progress.held(0, 25_000);
    now += 30_000;
    progress.tick();
    expect(lines[1]).toBe('send: 30 sent · 30.0 a minute · waited 25 s for Dataverse');
  });
});
