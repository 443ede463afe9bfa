import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Environment } from '../../../../scripts/environment/environment.js';
import { provision } from '../../../../scripts/provision/provision.js';
import { readSchema } from '../../../../scripts/provision/readSchema.js';
import { source } from '../../source.js';
import { comparable, readDefinitions } from './definitions.js';
import { BrokenOff, breakingAfter, openEmpty, openLoaded, type Opened } from './environments.js';

let loaded: Opened;
let broken: Opened;
beforeAll(async () => {
  [loaded, broken] = await Promise.all([openLoaded(), openEmpty()]);
});
afterAll(() => Promise.all([loaded.sandbox.close(), broken.sandbox.close()]));

/** How many writes succeed until the connection breaks, run for run: everywhere in the plan, early above all. */
const runs = [0, 1, 1, 2, 3, 5, 8, 13, 21, 34];

async function isBrokenOff(environment: Environment): Promise<boolean> {
  try {
    await provision(environment, source, () => undefined);
    return false;
  } catch (error) {
    if (error instanceof BrokenOff) return true;
    throw error;
  }
}

describe('Runs that break off', () => {
  it('once before a request arrives and once after, each leave something that the next goes on from', async () => {
    const outcomes: boolean[] = [];
    for (const [index, writes] of runs.entries())
      outcomes.push(await isBrokenOff(breakingAfter(broken.environment, writes, index % 2 === 1)));
    expect(outcomes).toEqual(runs.map(() => true));
  });

  it('end with the schema that the files bring, once one goes through', async () => {
    const { done } = await provision(broken.environment, source, () => undefined);
    expect(done).toBeGreaterThan(0);
    const [made, read] = await Promise.all(
      [broken, loaded].map(({ environment }) => readDefinitions(environment)),
    );
    expect(comparable(made)).toEqual(comparable(read));
  });

  it('leave one publisher and one solution', async () => {
    const { environment } = broken;
    const named = `$filter=uniquename eq 'ContactInvitations'`;
    expect(await environment.all(`publishers?${named}`)).toHaveLength(1);
    expect(
      await environment.all(`solutions?${named}&$expand=publisherid($select=customizationprefix)`),
    ).toMatchObject([
      {
        version: readSchema(source).solution.version,
        ismanaged: false,
        publisherid: { customizationprefix: 'inv' },
      },
    ]);
  });
});
