import { describe, expect, it } from '@jest/globals';
import { silentTelemetry } from '../../../../plugins/contract/telemetry.js';
import { pagesOf, row, settle, startLoop } from './startLoop.js';

describe('the rows that wait', () => {
  it('are counted once a minute while there are some, and no more when there are none', async () => {
    let waiting = [row(1)];
    let counts = 0;
    const { clock, context } = startLoop(
      () => pagesOf(waiting),
      async () => 'waiting',
      2,
      { waiting: () => ({ set: 'rows', filter: 'x' }) },
    );
    const told: unknown[] = [];
    Object.assign(context, {
      dataverse: {
        count: async () => {
          counts += 1;
          return { rows: waiting.length, more: false };
        },
      },
      telemetry: { ...silentTelemetry, waiting: (...given: unknown[]) => void told.push(given) },
    });
    const wait = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        await settle();
        await clock.advance(1_000);
      }
    };
    await wait(181);
    expect(counts).toBeGreaterThanOrEqual(3);
    expect(counts).toBeLessThanOrEqual(4);
    waiting = [];
    await wait(600);
    expect(counts).toBeLessThanOrEqual(5);
    expect(told.at(-1)).toEqual(['test', 0, false]);
  });
});
