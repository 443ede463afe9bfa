import type { Clock } from '../../../../plugins/dataverse/clock.js';

/** A clock that goes from one event to the next, so that an hour passes in a second, and the same way each time. */
export interface VirtualTime extends Clock {
  /** Lets everything happen up to that moment. Milliseconds since the beginning, 0. */
  runUntil(end: number): Promise<void>;
}

interface Event {
  readonly at: number;
  readonly wake: () => void;
}

/** Lets everything that waits for nothing but its turn have it: a tick comes after all promises that are settled. */
const settle = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

export function virtualTime(): VirtualTime {
  let now = 0;
  /** In the order in which they are due. */
  let events: Event[] = [];

  const add = (event: Event): void => {
    let index = events.length;
    while (index > 0 && (events[index - 1]?.at ?? 0) > event.at) index -= 1;
    events.splice(index, 0, event);
  };

  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const event = { at: now + Math.max(0, milliseconds), wake: resolve };
        add(event);
        signal?.addEventListener('abort', () => {
          events = events.filter((known) => known !== event);
          reject(signal.reason as Error);
        });
      }),
    async runUntil(end) {
      await settle();
      for (let next = events[0]; next && next.at <= end; next = events[0]) {
        now = next.at;
        while (events[0] && events[0].at <= now) events.shift()?.wake();
        await settle();
      }
      now = end;
    },
  };
}
