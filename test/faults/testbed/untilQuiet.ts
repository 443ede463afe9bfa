import { setTimeout as turn } from 'node:timers/promises';

/** Looks in a row at which nothing may be under way. */
const quietLooks = 8;

/**
 * Waits until no request is under way and none comes: whoever waits then, waits for the clock.
 *
 * @param server its requests that came, and those not answered
 */
export async function untilQuiet(server: {
  readonly passed: readonly unknown[];
  readonly underWay: number;
}): Promise<void> {
  let seen = -1;
  for (let quiet = 0; quiet < quietLooks;) {
    await turn(1);
    quiet = server.underWay === 0 && server.passed.length === seen ? quiet + 1 : 0;
    seen = server.passed.length;
  }
}
