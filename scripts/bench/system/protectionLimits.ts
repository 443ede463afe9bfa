import type { ProtectionSwitch } from '../../system/sandboxSwitches.js';

/** Requests a second that one identity may make: 6,000 in 300 s (Service protection API limits). */
export const requestsPerSecond = 20;
/** Milliseconds of execution a second: 1,200 s in 300 s (Service protection API limits). */
export const executionPerSecond = 4000;

/** Seconds that Dataverse looks back (Service protection API limits). */
const documentedWindow = 300;
/** Requests of an identity at once (Service protection API limits). */
const atOnce = 52;

/**
 * Dataverse's limits over a window of so many seconds. Everything that is time shrinks with the window; the rates stay, and so does what may
 * happen at once.
 */
export function scaledLimits(windowSeconds: number): ProtectionSwitch {
  return {
    windowSeconds,
    requests: requestsPerSecond * windowSeconds,
    executionMilliseconds: executionPerSecond * windowSeconds,
    concurrency: atOnce,
    retryAfterStepSeconds: windowSeconds / documentedWindow,
  };
}
