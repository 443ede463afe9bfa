import type { Clock } from '../clock.js';

/** Wakes somebody once, at a time that may still change. */
export interface Waker {
  /** Milliseconds since 1970; undefined: not at all. */
  wakeAt(time: number | undefined): void;
}

/** Keeps one timer at most: one that nobody waits for would hold up the end of the process. */
export function createWaker(clock: Clock, wake: () => void): Waker {
  let set: { readonly time: number; readonly abort: AbortController } | undefined;
  return {
    wakeAt(time) {
      if (time === set?.time) return;
      set?.abort.abort();
      set = undefined;
      if (time === undefined) return;
      const mine = { time, abort: new AbortController() };
      set = mine;
      clock.sleep(Math.max(0, time - clock.now()), mine.abort.signal).then(
        () => {
          if (set !== mine) return;
          set = undefined;
          wake();
        },
        () => undefined,
      );
    },
  };
}
