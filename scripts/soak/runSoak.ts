import type { Testbed } from './testbed/startTestbed.js';
import { createSlot, type Slot } from './nemesis/slot.js';
import type { SoakOptions } from './options.js';
import { soakFigures, type SoakFigures } from './report/figures.js';
import { runWave } from './wave/runWave.js';
import type { WaveResult } from './wave/waveResult.js';

/** Milliseconds by which the clocks of the services are wrong, one after the other: two are enough for ahead and behind. */
const clockOffsets = [900_000, -900_000, 0];
/** From this length on, in minutes, there is time for a long pause. */
const longSoak = 5;

/** Runs waves until the time is over, or the signal. The testbed is the caller's to stop. */
export async function runSoak(
  options: SoakOptions,
  testbed: Testbed,
  signal: AbortSignal,
  progress: (line: string) => void,
): Promise<SoakFigures> {
  const began = Date.now();
  const until = began + options.minutes * 60_000;
  const slots: readonly Slot[] = Array.from({ length: options.services }, (_, at) =>
    createSlot(at + 1, testbed, clockOffsets[at % clockOffsets.length] ?? 0),
  );
  const waves: WaveResult[] = [];
  try {
    do {
      const number = waves.length + 1;
      waves.push(
        await runWave({
          ...options,
          number,
          testbed,
          slots,
          // Each second wave, one service grows old.
          elder: number % 2 === 0 && slots.length > 1 ? slots.at(-1) : undefined,
          withLongPause: number === 2 && options.minutes >= longSoak,
          // The first wave has all its kills, however long it takes.
          until: number === 1 ? Infinity : until,
          before: waves.at(-1),
          signal,
          progress: (line) => progress(`wave ${number}: ${line}`),
        }),
      );
    } while (Date.now() < until && !signal.aborted);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await Promise.all(slots.map((slot) => slot.stop()));
  }
  const minutes = (Date.now() - began) / 60_000;
  return soakFigures(options, waves, slots, { minutes, interrupted: signal.aborted });
}
