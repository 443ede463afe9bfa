import type { DoorObserver } from '../doorObserver.js';

/**
 * A call that harms nobody: what it throws is a mistake of the program, so it becomes a warning of the process, and never the fate of
 * the request that it was told of.
 */
export const guarded =
  <Told extends unknown[], Answer>(call: (...told: Told) => Answer) =>
  (...told: Told): Answer | undefined => {
    try {
      return call(...told);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
      return undefined;
    }
  };

/** An observer whose every call is guarded. */
export const guardedObserver = (observer: DoorObserver | undefined): Required<DoorObserver> => ({
  roundTrip: guarded((trip) => observer?.roundTrip(trip)),
  held: guarded((hold) => observer?.held(hold)),
  asker: guarded(() => observer?.asker?.()),
});
