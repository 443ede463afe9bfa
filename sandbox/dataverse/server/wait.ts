import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for so many milliseconds. Tests pass their own, so that nothing sleeps. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Real waiting that ends early when `signal` is aborted: a closing server keeps nobody waiting. */
export function waitUntil(signal: AbortSignal): Wait {
  return async (milliseconds) => {
    if (milliseconds <= 0) return;
    await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  };
}
