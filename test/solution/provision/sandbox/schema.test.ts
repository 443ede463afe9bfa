import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provision } from '../../../../scripts/provision/provision.js';
import { readSchema } from '../../../../scripts/provision/readSchema.js';
import { source } from '../../source.js';
import { comparable, readDefinitions, type Definitions } from './definitions.js';
import { BrokenOff, breakingAfter, noting, openEmpty, openLoaded, type Opened } from './environments.js';

/** Provisioned by runs that break off, and then by one that goes through; what a run without a break makes, no test asks again. */
let empty: Opened;
let loaded: Opened;
beforeAll(async () => {
  [empty, loaded] = await Promise.all([openEmpty(), openLoaded()]);
});
afterAll(() => Promise.all([empty.sandbox.close(), loaded.sandbox.close()]));

/** How many writes succeed until the connection breaks, run for run: everywhere in the plan, early above all. */
const runs = [0, 1, 2, 5, 13, 34];

const run = (environment: Opened['environment']) => provision(environment, source, () => undefined);

describe('Runs that break off', () => {
  it('before a request arrives or after, leave something that the next goes on from', async () => {
    for (const [index, writes] of runs.entries())
      await expect(run(breakingAfter(empty.environment, writes, index % 2 === 1))).rejects.toThrow(BrokenOff);
  });

  it('are completed by one that goes through', async () => {
    expect((await run(empty.environment)).done).toBeGreaterThan(0);
  });

  it('leave one publisher and one solution', async () => {
    const { environment } = empty;
    const named = `$filter=uniquename eq 'ContactInvitations'`;
    expect(await environment.all(`publishers?${named}`)).toHaveLength(1);
    expect(
      await environment.all(`solutions?${named}&$expand=publisherid($select=customizationprefix)`),
    ).toMatchObject([
      {
        version: '0.0.0.1',
        ismanaged: false,
        publisherid: { customizationprefix: 'inv' },
      },
    ]);
  });
});

/** The order of types in the document, and of properties in a type, is that of their making and says nothing. */
const inOrder = (document: string): readonly string[] =>
  document
    .split('<EntityType ')
    .map((type) => type.split('<').sort().join('\n<'))
    .sort();

const parts = ['tables', 'columns', 'options', 'keys', 'relationships', 'choices'] as const;

describe('An empty environment that was provisioned has what the files bring', () => {
  let made: Definitions;
  let read: Definitions;
  beforeAll(async () => {
    made = await readDefinitions(empty.environment);
    read = await readDefinitions(loaded.environment);
  });

  it.each(parts)('in %s', (part) => {
    expect(Object.keys(made[part])).toEqual(Object.keys(read[part]));
    expect(comparable(made[part])).toEqual(comparable(read[part]));
  });

  it('in the document of the service', async () => {
    const [first, second] = await Promise.all(
      [empty, loaded].map(async ({ sandbox }) => {
        const answer = await fetch(`${sandbox.url}/api/data/v9.2/$metadata`, {
          headers: { authorization: 'Bearer dev-admin' },
        });
        return inOrder(await answer.text());
      }),
    );
    expect(first).toEqual(second);
  });

  it('compared in four languages, and with what is written to', () => {
    expect(read.tables.inv_invitation).toMatchObject({
      DisplayName: { LocalizedLabels: { length: 4 } },
      IsAuditEnabled: { Value: true },
    });
    expect(Object.keys(read.options)).toContain('inv_invitation.statuscode');
    expect(
      parts.map((part) => Object.keys(read[part]).filter((name) => name.includes('inv_')).length > 0),
    ).toEqual(parts.map(() => true));
  });
});

describe('Running again', () => {
  it.each([
    ['after provisioning', () => empty],
    ['where the files were imported', () => loaded],
  ])('%s writes nothing', async (_where, opened) => {
    const writes: string[] = [];
    const { done } = await run(noting(opened().environment, writes));
    expect({ done, writes }).toEqual({ done: 0, writes: [] });
  });
});
