import { setTimeout as delay } from 'node:timers/promises';

/** Time as the service sees it; tests forge it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted before. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await delay(milliseconds, undefined, { signal });
    } catch (error) {
      // The timer's own error only names the reason as its cause.
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
