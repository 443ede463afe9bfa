import type { Clock } from '../dataverse/clock.js';
import type { Dataverse, Identity } from '../dataverse/door.js';
import { createBackOff } from './backOff.js';
import type { Readiness } from './readiness.js';
import { readSettings } from './readSettings.js';
import type { Settings } from '../contract/settings.js';

/** What the service knows of its environment once everything is there. */
export interface Environment {
  readonly identity: Identity;
  /** As last read and found valid. */
  readonly settings: () => Settings;
}

/** What the watch works with, and whom it tells. */
export interface WatchOptions {
  readonly dataverse: Dataverse;
  readonly readiness: Readiness;
  readonly clock: Clock;
  /** Called once, when Dataverse answers, the solution is there and the settings are valid. */
  readonly onReady: (environment: Environment) => void;
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks while all is well: the makers' changes are seen within that time. */
const calmInterval = 60_000;
const firstRetry = 1_000;
const longestRetry = 30_000;

/**
 * Looks at the environment until the signal: is Dataverse there, is the solution, are the settings valid? Reports each to `readiness`.
 * What was good stays in use while a later look fails, so a typing mistake of a maker stops nothing that runs.
 */
export async function watchEnvironment(options: WatchOptions): Promise<void> {
  const { dataverse, readiness, clock, onReady, signal } = options;
  const retry = createBackOff(firstRetry, longestRetry);
  let settings: Settings | undefined;
  let started = false;

  /** One part's look; its problem is reported, or taken back. */
  const check = async <T>(part: string, look: () => Promise<T>): Promise<T | undefined> => {
    try {
      const result = await look();
      readiness.clear(part);
      return result;
    } catch (error) {
      if (!signal.aborted) readiness.report(part, error);
      return undefined;
    }
  };
  const lookAround = async (): Promise<boolean> => {
    const identity = await check('dataverse', () => dataverse.whoAmI());
    if (!identity) return false;
    const table = { set: 'inv_invitations', select: ['inv_invitationid'], top: 1 };
    if (!(await check('solution', () => dataverse.page(table)))) return false;
    const read = await check('settings', () => readSettings(dataverse));
    settings = read ?? settings;
    if (settings && !started && !signal.aborted) {
      started = true;
      const first = settings;
      onReady({ identity, settings: () => settings ?? first });
    }
    return read !== undefined;
  };

  while (!signal.aborted) {
    const well = await lookAround();
    if (well) retry.reset();
    await clock.sleep(well ? calmInterval : retry.next(), signal).catch(() => undefined);
  }
}
