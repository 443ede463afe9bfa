import type { Clock } from '../../../plugins/dataverse/clock.js';

/** A clock that stands still until it is told to go on. */
export interface ForgedClock extends Clock {
  /** Goes on by so many milliseconds, and lets everything due by then happen. */
  advance(milliseconds: number): Promise<void>;
  /** The length of every sleep begun, in order. */
  readonly sleeps: readonly number[];
}

/** Lets everything that waits for nothing but its turn have it. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** @param patient false: every sleep is over at once, and time has passed by its length */
export function forgedClock({ start = 1_700_000_000_000, patient = true } = {}): ForgedClock {
  let now = start;
  const sleeps: number[] = [];
  const sleepers = new Set<{ until: number; wake: () => void }>();
  return {
    now: () => now,
    sleeps,
    sleep(milliseconds, signal) {
      sleeps.push(milliseconds);
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      if (!patient) {
        now += milliseconds;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        const wake = (): void => {
          signal?.removeEventListener('abort', abort);
          resolve();
        };
        const sleeper = { until: now + milliseconds, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
    async advance(milliseconds) {
      now += milliseconds;
      for (const sleeper of [...sleepers]) {
        if (sleeper.until > now) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      await settle();
    },
  };
}
