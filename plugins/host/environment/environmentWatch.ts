import type { Clock } from '../../dataverse/clock.js';
import type { Identity, OwnedDoor } from '../../dataverse/door.js';
import { createBackOff } from '../backOff.js';
import { createIdentityWatch } from './identityWatch.js';
import type { Readiness } from '../status/readiness.js';
import { readSettings } from '../settings/readSettings.js';
import type { Settings } from '../../contract/settings.js';

/** What the service knows of its environment once everything is there. */
export interface Environment {
  /** As last found: an application user may join later. */
  readonly identity: () => Identity;
  /** As last read and found valid. */
  readonly settings: () => Settings;
}

/** What the watch works with, and whom it tells. */
export interface WatchOptions {
  readonly dataverse: OwnedDoor;
  readonly readiness: Readiness;
  readonly clock: Clock;
  /** Called after each look with the milliseconds by which Dataverse's clock is ahead of the machine's. */
  readonly onClock: (offset: number) => void;
  /** Called once, when Dataverse answers, the solution is there and the settings are valid. */
  readonly onReady: (environment: Environment) => void;
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks while all is well: the makers' changes are seen within that time. */
const calmInterval = 60_000;
const firstRetry = 1_000;
const longestRetry = 30_000;

/**
 * Looks at the environment until the signal: does Dataverse accept the service, is the solution there, are the settings valid? Reports each to `readiness`.
 * What was good stays in use while a later look fails, so a typing mistake of a maker stops nothing that runs.
 */
export async function watchEnvironment(options: WatchOptions): Promise<void> {
  const { dataverse, readiness, clock, onClock, onReady, signal } = options;
  const lookAtIdentities = createIdentityWatch({ dataverse, readiness, signal });
  const retry = createBackOff(firstRetry, longestRetry);
  let settings: Settings | undefined;
  let identity: Identity | undefined;
  let started = false;

  const lookAtSettings = async (): Promise<Settings | undefined> => {
    try {
      const read = await readSettings(dataverse);
      readiness.clear('settings');
      return read;
    } catch (error) {
      if (!signal.aborted) readiness.report('settings', error);
      return undefined;
    }
  };
  const lookAround = async (): Promise<boolean> => {
    const { identity: found, all } = await lookAtIdentities();
    onClock(dataverse.clockOffset);
    if (!found) return false;
    identity = found;
    const read = await lookAtSettings();
    settings = read ?? settings;
    if (settings && !started && !signal.aborted) {
      started = true;
      const first = settings;
      onReady({ identity: () => identity ?? found, settings: () => settings ?? first });
    }
    return all && read !== undefined;
  };

  while (!signal.aborted) {
    const well = await lookAround();
    if (well) retry.reset();
    await clock.sleep(well ? calmInterval : retry.next(), signal).catch(() => undefined);
  }
}
