import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicsWebApi } from 'dynamics-web-api';
import type { Sandbox } from '../../../sandbox/start.js';
import { column, emptySandbox, label, manyToMany, oneToMany, table } from '../define/definitions.js';
import { createId, dynamicsWebApi } from './dynamicsWebApi.js';

const solution = { 'MSCRM.SolutionUniqueName': 'Garden' };
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const crm = 'Microsoft.Dynamics.CRM.';

type Described = Record<string, object>;

let sandbox: Sandbox;
let api: DynamicsWebApi;
let rows: DynamicsWebApi;
let plant: string;
beforeAll(async () => {
  sandbox = await emptySandbox();
  api = dynamicsWebApi(sandbox, 'dev-admin', { headers: solution });
  rows = dynamicsWebApi(sandbox);
  plant = await api.createEntity<string>({ data: table('gdn_Plant') });
  await api.createEntity<string>({ data: table('gdn_Bed') });
});
afterAll(() => sandbox.close());

const named = (text: string) => ({ UserLocalizedLabel: expect.objectContaining({ Label: text }) });

describe('dynamics-web-api 2.5.0: changing the metadata', () => {
  it('creates a table, and updates it with the whole definition that it reads', async () => {
    expect(plant).toMatch(guid);
    const before = await api.retrieveEntity<Described>({ key: plant });
    await api.updateEntity({ data: { ...before, DisplayName: label('Shrub') }, mergeLabels: true });
    const after = await api.retrieveEntity<Described>({ key: plant });
    expect(after['DisplayName']).toMatchObject(named('Shrub'));
    expect({ ...after, DisplayName: null }).toEqual({ ...before, DisplayName: null });
  });

  it.each([
    ['String', { MaxLength: 40, FormatName: { Value: 'Url' } }],
    ['Memo', {}],
    ['Integer', { MinValue: 1, MaxValue: 9 }],
    ['Decimal', { Precision: 3 }],
    ['Double', {}],
    ['BigInt', {}],
    ['DateTime', { Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } }],
    ['Boolean', {}],
    ['Picklist', { OptionSet: { Options: [{ Label: label('Red') }] } }],
    ['MultiSelectPicklist', { OptionSet: { Options: [{ Label: label('Sun') }] } }],
  ])('creates a %s column, and updates it with the definition that it reads', async (type, more) => {
    const castType = `${crm}${type}AttributeMetadata`;
    const made = await api.createAttribute<string>({
      entityKey: plant,
      data: column(type, `gdn_A${type}`, more),
    });
    expect(made).toMatch(guid);
    const read = () => api.retrieveAttribute<Described>({ entityKey: plant, attributeKey: made, castType });
    const before = await read();
    await api.updateAttribute({
      entityKey: plant,
      castType,
      data: { ...before, '@odata.type': castType, Description: label('Told') },
    });
    const after = await read();
    expect(after['Description']).toMatchObject(named('Told'));
    expect({ ...after, Description: null }).toEqual({ ...before, Description: null });
  });

  it('creates, updates and deletes a one-to-many relationship with its lookup', async () => {
    const castType = `${crm}OneToManyRelationshipMetadata` as const;
    const key = await api.createRelationship<string>({
      data: oneToMany('gdn_bed_plants', 'gdn_bed', 'gdn_plant', 'gdn_BedId'),
    });
    const before = await api.retrieveRelationship<Described>({ key, castType });
    await api.updateRelationship({
      castType,
      data: { ...before, CascadeConfiguration: { ...before['CascadeConfiguration'], Delete: 'Restrict' } },
    });
    expect(await api.retrieveRelationship({ key, castType })).toEqual({
      ...before,
      CascadeConfiguration: { ...before['CascadeConfiguration'], Delete: 'Restrict' },
    });
    const bed = await createId(rows, 'gdn_beds', { gdn_name: 'South' });
    await createId(rows, 'gdn_plants', { gdn_name: 'Rose', 'gdn_BedId@odata.bind': `gdn_beds(${bed})` });
    expect(
      await rows.retrieve({
        collection: 'gdn_beds',
        key: bed,
        expand: [{ property: 'gdn_bed_plants', select: ['gdn_name'] }],
      }),
    ).toMatchObject({ gdn_bed_plants: [{ gdn_name: 'Rose' }] });
    await api.deleteRelationship({ key });
    await expect(api.retrieveRelationship({ key, castType })).rejects.toMatchObject({ status: 404 });
  });

  it('creates and reads a many-to-many relationship', async () => {
    const key = await api.createRelationship<string>({
      data: manyToMany('gdn_neighbours', 'gdn_bed', 'gdn_plant'),
    });
    expect(
      await api.retrieveRelationship({ key, castType: `${crm}ManyToManyRelationshipMetadata` }),
    ).toMatchObject({
      SchemaName: 'gdn_neighbours',
      Entity1LogicalName: 'gdn_bed',
    });
  });

  it('creates, updates and deletes a global choice', async () => {
    const castType = `${crm}OptionSetMetadata` as const;
    const key = await api.createGlobalOptionSet<string>({
      data: {
        '@odata.type': castType,
        Name: 'gdn_soil',
        DisplayName: label('Soil'),
        Options: [{ Label: label('Sand') }, { Label: label('Clay') }],
      },
    });
    const before = await api.retrieveGlobalOptionSet<Described>({ key, castType });
    await api.updateGlobalOptionSet({ data: { ...before, DisplayName: label('Ground') } });
    const after = await api.retrieveGlobalOptionSet<Described>({ key, castType });
    expect(after['DisplayName']).toMatchObject(named('Ground'));
    expect(after['Options']).toEqual(before['Options']);
    await api.deleteGlobalOptionSet({ key: "Name='gdn_soil'" });
    await expect(api.retrieveGlobalOptionSet({ key })).rejects.toMatchObject({ status: 404 });
  });

  it('inserts an option by an action, and deletes a table', async () => {
    const shed = await api.createEntity<string>({ data: table('gdn_Shed') });
    await api.createAttribute({
      entityKey: shed,
      data: column('Picklist', 'gdn_Roof', { OptionSet: { Options: [] } }),
    });
    expect(
      await api.callAction({
        actionName: 'InsertOptionValue',
        action: { EntityLogicalName: 'gdn_shed', AttributeLogicalName: 'gdn_roof', Label: label('Tin') },
      }),
    ).toMatchObject({ NewOptionValue: 543210000 });
    await api.deleteRecord({ collection: 'EntityDefinitions', key: shed });
    await expect(api.retrieveEntity({ key: shed })).rejects.toMatchObject({ status: 404 });
  });

  it('runs definitions in a batch', async () => {
    api.startBatch();
    void api.createAttribute({ entityKey: "LogicalName='gdn_bed'", data: column('Integer', 'gdn_Width') });
    void api.createAttribute({ entityKey: "LogicalName='gdn_bed'", data: column('Integer', 'gdn_Length') });
    const answers = await api.executeBatch();
    expect(answers).toEqual([expect.stringMatching(guid), expect.stringMatching(guid)]);
  });
});
