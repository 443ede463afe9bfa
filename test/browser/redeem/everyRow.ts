import { setTimeout as pause } from 'node:timers/promises';
import type { SystemWithDoors } from '../../../scripts/system/startWithDoors.js';
import { until } from '../../../scripts/system/until.js';

/** Every row of every table, with its version: `contacts` → rows. */
export async function everyRow({ admin }: SystemWithDoors): Promise<Readonly<Record<string, unknown>>> {
  const sets = (await admin.rows('')).map(({ name }) => String(name));
  const rows = await Promise.all(sets.map((set) => admin.rows(set)));
  return Object.fromEntries(sets.map((set, at) => [set, rows[at]]));
}

/** Milliseconds in which the workers of service and sandbox come by several times. */
const aWhile = 400;

/** Resolves when the service and the sandbox have done what the sample data asks of them. */
export const untilNothingChanges = (system: SystemWithDoors): Promise<true> =>
  until('nothing to change any more', async () => {
    const before = JSON.stringify(await everyRow(system));
    await pause(aWhile);
    return JSON.stringify(await everyRow(system)) === before ? true : undefined;
  });
