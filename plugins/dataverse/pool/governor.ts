import type { Clock } from '../clock.js';
import type { Throttle } from '../doorObserver.js';
import { longestHold } from '../failure/retryDecision.js';
import { createBusyTime } from './busyTime.js';

/**
 * How much one identity may ask, because Dataverse counts for each user on its own (Service protection API limits). It keeps the number
 * of requests under way below a limit that adapts as TCP does: doubled by each round of successes until Dataverse turns a request away
 * for the first time. Then it is what Dataverse grants for good, where that is known, or half; and from there one more at a time. After a
 * 429 its gate is shut: nothing at all may be sent until Retry-After has run, since pushing on makes Dataverse wait longer.
 */
export interface Governor {
  /** Requests that may begin at this moment: 0 while the gate is shut. */
  room(): number;
  /** A request begins. Only when there is room. */
  begin(): Passage;
  /** How many requests at once Dataverse recommends (`x-ms-dop-hint`); the cap stays the upper bound. */
  recommend(parallel: number): void;
  /** Requests that may be under way at once, at this moment. */
  readonly limit: number;
  /** Requests under way. */
  readonly active: number;
  /** Milliseconds since 1970 until which the gate is shut. */
  readonly opensAt: number;
}

/** One request under way. */
export interface Passage {
  /**
   * Dataverse turned it away: shuts the gate for so many milliseconds.
   * @returns true when the gate was open: this is news
   */
  turnedAway(milliseconds: number, throttle: Throttle): boolean;
  /** Its end, whatever it was; exactly once. */
  end(): void;
}

/** Requests at once at first. */
const cautiousStart = 4;
/**
 * Steps up in a window, after Dataverse has turned a request away: a step that was one too many is noticed only when what was saved before is
 * used up, so quicker steps would find the limit by many refusals (test/unit/dataverse/pool/ceiling.test.ts).
 */
const stepsInWindow = 60;
/** Windows for which it is believed what lasts, after the budget of one was used up. */
const windowsOfBelief = 2;

/** What a governor is made for. */
export interface GovernorOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** Requests at once that are never exceeded. */
  readonly cap: number;
  /** Milliseconds that service protection looks back (Service protection API limits: 300 s). */
  readonly window: number;
}

/** A governor whose gate is open. */
export function createGovernor({ clock, cap, window }: GovernorOptions): Governor {
  const step = window / stepsInWindow;
  let ceiling = Math.max(1, cap);
  let limit = Math.min(cautiousStart, ceiling);
  let active = 0;
  let opensAt = 0;
  /** Times the limit was found: what began before the last of them tells nothing new. */
  let timesFound = 0;
  let steppedAt = 0;
  /** Requests at once that use up the budget of a window and no more, as last found out (no whole number), and until when that is believed. */
  let lasting = { atOnce: 0, until: 0 };
  /** Requests begun so far, and how many of them when all places were last in use. */
  let begun = 0;
  let begunWhenFull = 0;
  const busy = createBusyTime(window);

  /** No hold is longer than the longest: when more is left, the clock was set back meanwhile, and nobody knows how much is true of it. */
  const shutUntil = (): number => {
    const left = opensAt - clock.now();
    return left > 0 && left <= longestHold ? opensAt : 0;
  };
  const isBelieved = (): boolean => {
    const left = lasting.until - clock.now();
    return left > 0 && left <= windowsOfBelief * window;
  };
  /**
   * While it is known what lasts, exactly that: a part of the time one more than the rest of it. One more all the time would use up what a
   * pause has left over, so that the next pause would be as long; one less would leave a part of the budget unused.
   */
  const allowed = (): number => {
    if (!isBelieved()) return limit;
    const partOfStep = (clock.now() % step) / step;
    return Math.max(1, Math.min(limit, Math.floor(lasting.atOnce + partOfStep)));
  };
  const count = (change: 1 | -1): void => {
    busy.pass(clock.now(), active);
    active += change;
  };
  /** One more, if all places were in use meanwhile: who needs no more cannot tell whether it would be granted. */
  const grow = (number: number): void => {
    if (begunWhenFull < number || limit >= ceiling || isBelieved()) return;
    if (timesFound > 0 && Math.abs(clock.now() - steppedAt) < step) return;
    steppedAt = clock.now();
    limit += 1;
  };
  /**
   * Less. What ran out is a budget for the whole window, unless it was the number of requests at once: then what was used on
   * average is what Dataverse grants for good, and half of what was tried for a moment says nothing about it. Less than one is not what
   * has used it up: then somebody else has, and nothing is known.
   */
  const reduce = (throttle: Throttle): void => {
    busy.pass(clock.now(), active);
    const isBudget = throttle === 'requests' || throttle === 'executionTime';
    const atOnce = isBudget ? busy.average(clock.now()) : Math.floor(limit / 2);
    limit = Math.max(1, Math.min(limit, Math.ceil(atOnce)));
    steppedAt = clock.now();
    lasting = { atOnce, until: isBudget && atOnce >= 1 ? clock.now() + windowsOfBelief * window : 0 };
  };

  return {
    get limit() {
      return allowed();
    },
    get active() {
      return active;
    },
    get opensAt() {
      return shutUntil();
    },
    room: () => (shutUntil() > 0 ? 0 : Math.max(0, allowed() - active)),
    begin() {
      count(1);
      begun += 1;
      if (active >= allowed()) begunWhenFull = begun;
      const number = begun;
      const foundBefore = timesFound;
      return {
        turnedAway(milliseconds, throttle) {
          const wasOpen = shutUntil() === 0;
          // Requests that were under way together are turned away together: that is one sign, not many.
          if (timesFound === foundBefore) {
            timesFound += 1;
            reduce(throttle);
          }
          opensAt = Math.max(shutUntil(), clock.now() + milliseconds);
          return wasOpen;
        },
        end() {
          if (timesFound === foundBefore) grow(number);
          count(-1);
        },
      };
    },
    recommend(parallel) {
      ceiling = Math.max(1, Math.min(cap, parallel));
      limit = Math.min(limit, ceiling);
    },
  };
}
