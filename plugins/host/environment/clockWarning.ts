import type { Logger } from 'pino';

/** Milliseconds by which the machine's clock may be wrong before somebody should know. */
const tolerated = 60_000;

/**
 * Says once that the machine's clock is wrong. The service goes by Dataverse's, but log lines and certificates do not.
 * @returns to be called with each new offset: milliseconds by which Dataverse's clock is ahead
 */
export function createClockWarning(log: Logger): (clockOffset: number) => void {
  let said = false;
  return (clockOffset) => {
    if (said || Math.abs(clockOffset) <= tolerated) return;
    said = true;
    const seconds = Math.round(Math.abs(clockOffset) / 1000);
    const which = clockOffset > 0 ? 'behind' : 'ahead of';
    log.warn(
      `The clock of this machine is ${seconds} s ${which} Dataverse's. The service goes by Dataverse's.`,
    );
  };
}
