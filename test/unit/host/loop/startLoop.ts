import { afterEach } from '@jest/globals';
import type { Row } from '../../../../plugins/dataverse/door.js';
import { createLog } from '../../../../plugins/host/logging.js';
import { type LoopOptions, runLoop } from '../../../../plugins/host/loop/loop.js';
import type { Plugin, PluginContext } from '../../../../plugins/contract/plugin.js';
import { silentTelemetry, type Telemetry } from '../../../../plugins/contract/telemetry.js';
import { createReadiness } from '../../../../plugins/host/status/readiness.js';
import { type ForgedClock, forgedClock } from '../../dataverse/forgedClock.js';

/** Lets the loop go as far as it can without time passing. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const running: { stop: AbortController; ended: Promise<void> }[] = [];
afterEach(async () => {
  for (const { stop, ended } of running.splice(0)) {
    stop.abort();
    await ended;
  }
});
/** To be called where a row never ends: it keeps its loop from ending. */
export const forget = (): void => {
  running.length = 0;
};

type Due = () => AsyncIterable<readonly Row[]>;

/** A loop over a plugin of the test's own, with forged time. */
export function startLoop(
  due: Due,
  run: Plugin['run'],
  rowsAtOnce = 2,
  given: Partial<Plugin> = {},
  parts: Partial<LoopOptions> = {},
) {
  const clock = forgedClock();
  const written: string[] = [];
  const log = createLog('info', { write: (line) => void written.push(line) });
  const readiness = createReadiness(log);
  const stop = new AbortController();
  const told: string[] = [];
  const telemetry: Telemetry = {
    ...silentTelemetry,
    happened: (what, reason) => void told.push(`${what} ${reason}`),
  };
  const context = { log, telemetry } as unknown as PluginContext;
  const looks: number[] = [];
  const plugin: Plugin = {
    name: 'test',
    idOf: (row) => String(row.id),
    due: () => {
      looks.push(clock.now() - 1_700_000_000_000);
      return due();
    },
    run,
    ...given,
  };
  const options = { clock, readiness, rowsAtOnce, pollMilliseconds: 1_000, signal: stop.signal, ...parts };
  const ended = runLoop(plugin, context, options);
  running.push({ stop, ended });
  const lines = (level: string) => written.filter((line) => line.includes(`"level":"${level}"`));
  return { clock, readiness, stop, ended, looks, lines, told, context };
}

/** Rows in pages; the rows may change between two looks. */
export async function* pagesOf(...pages: readonly Row[][]): AsyncGenerator<readonly Row[]> {
  yield* pages;
}
export const row = (id: number, etag = '1'): Row => ({ id, '@odata.etag': etag });
export const never = new Promise<string>(() => undefined);

/** Lets so many seconds pass, one after the other. */
export async function seconds(clock: ForgedClock, count: number): Promise<void> {
  for (let second = 0; second < count; second += 1) {
    await settle();
    await clock.advance(1_000);
  }
}
