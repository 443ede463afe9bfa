import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicsWebApi } from 'dynamics-web-api';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { createId, dynamicsWebApi } from './dynamicsWebApi.js';

let sandbox: Sandbox;
let api: DynamicsWebApi;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  api = dynamicsWebApi(sandbox);
});
afterAll(() => sandbox.close());

const contact = "LogicalName='contact'";

describe('dynamics-web-api 2.5.0: metadata', () => {
  it('reads tables', async () => {
    const tables = await api.retrieveEntities({
      select: ['LogicalName', 'EntitySetName'],
      filter: "LogicalName eq 'contact'",
    });
    expect(tables.value).toEqual([
      expect.objectContaining({ LogicalName: 'contact', EntitySetName: 'contacts' }),
    ]);
    const table = await api.retrieveEntity({
      key: contact,
      select: ['PrimaryIdAttribute', 'PrimaryNameAttribute'],
    });
    expect(table).toMatchObject({ PrimaryIdAttribute: 'contactid', PrimaryNameAttribute: 'fullname' });
  });

  it('reads columns, with a cast their choices', async () => {
    const columns = await api.retrieveAttributes({
      entityKey: contact,
      select: ['LogicalName', 'AttributeType'],
    });
    expect(columns.value).toContainEqual(
      expect.objectContaining({ LogicalName: 'lastname', AttributeType: 'String' }),
    );
    const column = await api.retrieveAttribute({
      entityKey: contact,
      attributeKey: "LogicalName='statecode'",
      castType: 'Microsoft.Dynamics.CRM.StateAttributeMetadata',
      select: ['LogicalName'],
      expand: [{ property: 'OptionSet', select: ['Options'] }],
    });
    expect(column).toMatchObject({
      OptionSet: { Options: expect.arrayContaining([expect.objectContaining({ Value: 0 })]) },
    });
  });

  it('reads relationships and global choices', async () => {
    const relationships = await api.retrieveRelationships({
      castType: 'Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata',
      select: ['SchemaName', 'IntersectEntityName'],
    });
    expect(relationships.value).toContainEqual(
      expect.objectContaining({
        SchemaName: 'teammembership_association',
        IntersectEntityName: 'teammembership',
      }),
    );
    const choices = await api.retrieveGlobalOptionSets({ select: ['Name'] });
    expect(Array.isArray(choices.value)).toBe(true);
  });

  it('reads the whole model as XML', async () => {
    const model = await api.retrieveCsdlMetadata();
    expect(String(model)).toContain('<EntityType Name="contact"');
  });

  it('turns table names into collections by itself', async () => {
    const named = dynamicsWebApi(sandbox, 'dev-admin', { useEntityNames: true });
    const id = await createId(named, 'contact', { lastname: 'By table name' });
    expect(await named.retrieve({ collection: 'contact', key: id, select: ['lastname'] })).toMatchObject({
      lastname: 'By table name',
    });
  });
});
