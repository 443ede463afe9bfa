import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provision } from '../../../../scripts/provision/provision.js';
import { source } from '../../source.js';
import { comparable, readDefinitions, type Definitions } from './definitions.js';
import { noting, openEmpty, openLoaded, type Opened } from './environments.js';

let empty: Opened;
let loaded: Opened;
let made: Definitions;
let read: Definitions;
beforeAll(async () => {
  [empty, loaded] = await Promise.all([openEmpty(), openLoaded()]);
  await provision(empty.environment, source, () => undefined);
  [made, read] = (await Promise.all(
    [empty, loaded].map(({ environment }) => readDefinitions(environment)),
  )) as [Definitions, Definitions];
});
afterAll(() => Promise.all([empty.sandbox.close(), loaded.sandbox.close()]));

/** The order of types in the document, and of properties in a type, is that of their making and says nothing. */
const inOrder = (document: string): readonly string[] =>
  document
    .split('<EntityType ')
    .map((type) => type.split('<').sort().join('\n<'))
    .sort();

const parts = ['tables', 'columns', 'options', 'keys', 'relationships', 'choices'] as const;

describe('An empty environment that was provisioned has what the files bring', () => {
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
    const { done } = await provision(noting(opened().environment, writes), source, () => undefined);
    expect({ done, writes }).toEqual({ done: 0, writes: [] });
  });
});
