import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../../sandbox/start.js';
import { create, call } from '../server/webApi.js';
import { add, column, define, done, emptySandbox, label, read, table } from './definitions.js';

let sandbox: Sandbox;
const own = { EntityLogicalName: 'gdn_plant', AttributeLogicalName: 'gdn_size' };
const global = { OptionSetName: 'gdn_soil' };
const state = { EntityLogicalName: 'gdn_plant', AttributeLogicalName: 'statecode' };
const status = { EntityLogicalName: 'gdn_plant', AttributeLogicalName: 'statuscode' };

beforeAll(async () => {
  sandbox = await emptySandbox();
  const options = [
    { Value: 1, Label: label('One', { 1031: 'Eins' }) },
    { Value: 2, Label: label('Two') },
  ];
  await add(sandbox, 'GlobalOptionSetDefinitions', {
    '@odata.type': 'Microsoft.Dynamics.CRM.OptionSetMetadata',
    Name: 'gdn_soil',
    DisplayName: label('Soil'),
    OptionSetType: 'Picklist',
    Options: options,
  });
  await add(sandbox, 'EntityDefinitions', table('gdn_Plant'));
  const attributes = "EntityDefinitions(LogicalName='gdn_plant')/Attributes";
  await add(sandbox, attributes, column('Picklist', 'gdn_Size', { OptionSet: { Options: options } }));
  await add(
    sandbox,
    attributes,
    column('Picklist', 'gdn_Soil', {
      'GlobalOptionSet@odata.bind': "/GlobalOptionSetDefinitions(Name='gdn_soil')",
    }),
  );
}, 30_000);

afterAll(() => sandbox.close());

/** Value → English label, in the order of the options. */
async function optionsOf(name: string, type = 'Picklist'): Promise<[number, string][]> {
  const path = `EntityDefinitions(LogicalName='gdn_plant')/Attributes(LogicalName='${name}')/Microsoft.Dynamics.CRM.${type}AttributeMetadata?$expand=OptionSet`;
  const { OptionSet } = (await read(sandbox, path)) as {
    OptionSet: { Options: { Value: number; Label: { UserLocalizedLabel: { Label: string } } }[] };
  };
  return OptionSet.Options.map(({ Value, Label }) => [Value, Label.UserLocalizedLabel.Label]);
}

describe.each([
  ["a column's own choice", own, 'gdn_size'],
  ['a global choice', global, 'gdn_soil'],
])('the options of %s', (_whose, place, name) => {
  it('are added, renamed, put in another order and deleted', async () => {
    const added = await add(sandbox, 'InsertOptionValue', {
      ...place,
      Label: label('Three'),
      SolutionUniqueName: 'Garden',
    });
    expect(added.json).toMatchObject({ NewOptionValue: 543210000 });
    await add(sandbox, 'UpdateOptionValue', {
      ...place,
      Value: 2,
      Label: label('Second'),
      MergeLabels: true,
    });
    await add(sandbox, 'OrderOption', { ...place, Values: [2, 1, 543210000] });
    expect(await optionsOf(name)).toEqual([
      [2, 'Second'],
      [1, 'One'],
      [543210000, 'Three'],
    ]);
    await add(sandbox, 'DeleteOptionValue', { ...place, Value: 543210000 });
    expect(await optionsOf(name)).toEqual([
      [2, 'Second'],
      [1, 'One'],
    ]);
  });

  it.each([
    ['InsertOptionValue', { Value: 1, Label: label('Again') }],
    ['UpdateOptionValue', { Value: 99, Label: label('Nobody') }],
    ['DeleteOptionValue', { Value: 99 }],
    ['OrderOption', { Values: [1] }],
    ['OrderOption', { Values: [1, 1] }],
    ['InsertOptionValue', { Value: 3, Label: label('Three', { 1041: 'San' }) }],
  ])('refuse %s of %j', async (message, parameters) => {
    expect(await define(sandbox, 'POST', message, { ...place, ...parameters })).toMatchObject({
      status: 400,
      code: '0x80040203',
    });
  });
});

describe('status reasons', () => {
  it('are added to a state, and rows can have them', async () => {
    const added = await add(sandbox, 'InsertStatusValue', {
      ...status,
      StateCode: 0,
      Value: 543210005,
      Label: label('Growing'),
    });
    expect(added.json).toMatchObject({ NewOptionValue: 543210005 });
    expect(await optionsOf('statuscode', 'Status')).toEqual([
      [1, 'Active'],
      [2, 'Inactive'],
      [543210005, 'Growing'],
    ]);
    const id = await create(sandbox, 'gdn_plants', { gdn_name: 'Vine', statuscode: 543210005 });
    const wrong = await call(sandbox, 'PATCH', `gdn_plants(${id})`, {
      body: { statecode: 1, statuscode: 543210005 },
    });
    expect(wrong).toMatchObject({ status: 400, code: '0x80048408' });
  });

  it('can become what rows get with a state, whose texts change too', async () => {
    await add(sandbox, 'InsertStatusValue', {
      ...status,
      StateCode: 1,
      Value: 543210006,
      Label: label('Eaten'),
    });
    await add(sandbox, 'UpdateStateValue', {
      ...state,
      Value: 1,
      Label: label('Gone'),
      DefaultStatusCode: 543210006,
      MergeLabels: true,
    });
    expect(await optionsOf('statecode', 'State')).toEqual([
      [0, 'Active'],
      [1, 'Gone'],
    ]);
    const id = await create(sandbox, 'gdn_plants', { gdn_name: 'Bean' });
    await done(call(sandbox, 'PATCH', `gdn_plants(${id})`, { body: { statecode: 1 } }));
    expect(await read(sandbox, `gdn_plants(${id})`)).toMatchObject({ statuscode: 543210006 });
    expect(await define(sandbox, 'POST', 'DeleteOptionValue', { ...status, Value: 543210006 })).toMatchObject(
      { status: 400 },
    );
  });

  it.each([
    ['InsertStatusValue', { ...status, StateCode: 9, Label: label('Lost') }],
    ['UpdateStateValue', { ...state, Value: 0, DefaultStatusCode: 2, Label: label('Active') }],
    ['UpdateStateValue', { ...state, Value: 9, Label: label('Lost') }],
  ])('refuse %s of %j', async (message, parameters) => {
    expect(await define(sandbox, 'POST', message, parameters)).toMatchObject({
      status: 400,
      code: '0x80040203',
    });
  });
});

describe('a global choice', () => {
  it('is deleted only when no column has it', async () => {
    const path = "GlobalOptionSetDefinitions(Name='gdn_soil')";
    expect(await define(sandbox, 'DELETE', path)).toMatchObject({ status: 400, code: '0x8004f01f' });
    await add(sandbox, 'GlobalOptionSetDefinitions', {
      Name: 'gdn_moon',
      DisplayName: label('Moon'),
      Options: [],
    });
    await done(define(sandbox, 'DELETE', "GlobalOptionSetDefinitions(Name='gdn_moon')"));
    expect(await define(sandbox, 'GET', "GlobalOptionSetDefinitions(Name='gdn_moon')")).toMatchObject({
      status: 404,
    });
  });

  it('keeps its options when its texts are replaced', async () => {
    const path = "GlobalOptionSetDefinitions(Name='gdn_soil')";
    await done(define(sandbox, 'PUT', path, { Name: 'gdn_soil', DisplayName: label('Ground') }));
    expect(await read(sandbox, path)).toMatchObject({
      DisplayName: { UserLocalizedLabel: { Label: 'Ground' } },
      Options: [{ Value: 2 }, { Value: 1 }],
    });
  });
});
