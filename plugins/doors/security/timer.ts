import { setTimeout as pause } from 'node:timers/promises';

/** A clock that only goes forward, and waits. */
export interface Timer {
  /** Milliseconds since some moment. */
  read(): number;
  wait(milliseconds: number): Promise<unknown>;
}

/** The machine's. */
export const systemTimer: Timer = {
  read: () => performance.now(),
  wait: (milliseconds) => pause(milliseconds),
};

/** Milliseconds between the moments at which a refusal may leave. */
const step = 250;

/**
 * Waits for the next full quarter of a second after a request came in, so that the time of a refusal does not tell how much work it was:
 * whether there is such an invitation at all.
 *
 * @param began what the timer read when the request came in
 */
export async function untilQuarter({ read, wait }: Timer, began: number): Promise<void> {
  const elapsed = Math.max(0, read() - began);
  await wait((Math.floor(elapsed / step) + 1) * step - elapsed);
}
