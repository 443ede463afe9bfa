/** Service protection as a benchmark sets it: the documented rates, counted over a shorter window. */
export interface Limits {
  readonly windowSeconds: number;
  readonly requests: number;
  readonly executionMilliseconds: number;
  readonly concurrency: number;
  readonly retryAfterStepSeconds: number;
}

/** Requests a second that one identity may make: 6,000 in 300 s (Service protection API limits). */
export const requestsPerSecond = 20;
/** Milliseconds of execution a second: 1,200 s in 300 s (Service protection API limits). */
export const executionPerSecond = 4000;

const documentedWindow = 300;

/**
 * Dataverse's limits over a window of so many seconds. Everything that is time shrinks with the window; the rates stay, and so does what may
 * happen at once.
 */
export function scaledLimits(windowSeconds: number): Limits {
  return {
    windowSeconds,
    requests: requestsPerSecond * windowSeconds,
    executionMilliseconds: executionPerSecond * windowSeconds,
    concurrency: 52,
    retryAfterStepSeconds: windowSeconds / documentedWindow,
  };
}
