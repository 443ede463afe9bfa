/** pac's own default (Power Platform CLI reference: `--max-async-wait-time`). */
export const defaultMinutes = 60;

/** An asynchronous job, and how long pac looks at it: a request that waits for the answer would be cut off after minutes. */
export const waiting = ({ maximumMinutes = defaultMinutes }: { readonly maximumMinutes?: number }) =>
  ['--async', '--max-async-wait-time', String(maximumMinutes)] as const;
