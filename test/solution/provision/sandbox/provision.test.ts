import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dryRun } from '../../../../scripts/provision/dryRun.js';
import { provision } from '../../../../scripts/provision/provision.js';
import { program } from '../../../system/program.js';
import { source } from '../../source.js';
import { comparable, readDefinitions, type Definitions } from './definitions.js';
import { BrokenOff, breakingAfter, noting, openEmpty, openLoaded, type Opened } from './environments.js';
import { testRows } from './rows.js';

/** Gets its schema by runs that break off, and then by the command. */
let empty: Opened;
let loaded: Opened;
beforeAll(async () => {
  [empty, loaded] = await Promise.all([openEmpty(), openLoaded()]);
});
afterAll(() => Promise.all([empty.sandbox.close(), loaded.sandbox.close()]));

/** How many writes succeed until the connection breaks, run for run: everywhere in the plan, early above all. */
const runs = [0, 1, 5, 34];

const run = (environment: Opened['environment']) => provision(environment, source, () => undefined);

describe('A dry run', () => {
  it('tells what would be sent, and sends nothing', async () => {
    const writes: string[] = [];
    const said = await dryRun(noting(empty.environment, writes), source);
    expect(said).toContain(`POST EntityDefinitions(LogicalName='inv_webrole')/Keys`);
    expect(said).toMatch(/# \d+ requests; none was sent\./);
    expect(writes).toEqual([]);
  });
});

describe('Runs that break off', () => {
  it('before a request arrives or after, leave something that the next goes on from', async () => {
    for (const [index, writes] of runs.entries())
      await expect(run(breakingAfter(empty.environment, writes, index % 2 === 1))).rejects.toThrow(BrokenOff);
  });

  it('are completed by npm run provision, which says each step, what it did and what comes next', async () => {
    const { url } = empty.sandbox;
    const running = program('scripts/provision.ts', ['--environment', url], { DATAVERSE_TOKEN: 'dev-admin' });
    expect(await running.exited).toBe(0);
    const said = running.output();
    expect(said).toMatch(/^ *\d+\/\d+ {2}Create key inv_webrole\.inv_key_key$/m);
    expect(said).toMatch(/^Done: \d+ requests/m);
    expect(said).toContain(`npm run deploy -- --environment ${url} --unmanaged`);
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

describe('In an environment that was provisioned', () => testRows(() => empty.environment));
