import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';
import {
  add,
  column,
  define,
  done,
  emptySandbox,
  label,
  manyToMany,
  oneToMany,
  readAll,
  table,
} from './definitions.js';

let sandbox: Sandbox;
const plants = "EntityDefinitions(LogicalName='gdn_plant')";

beforeAll(async () => {
  sandbox = await emptySandbox();
  await add(sandbox, 'EntityDefinitions', table('gdn_Plant', { HasNotes: true }));
  await add(sandbox, `${plants}/Attributes`, column('String', 'gdn_Code'));
  await add(sandbox, 'RelationshipDefinitions', manyToMany('gdn_plant_contacts', 'gdn_plant', 'contact'));
}, 30_000);

afterAll(() => sandbox.close());

describe('what does not fit is refused:', () => {
  it.each([
    ['a table that exists', 'EntityDefinitions', table('gdn_plant'), 400, '0x80040203'],
    ['a table without a prefix', 'EntityDefinitions', table('plant'), 400, '0x80040203'],
    ['a table with a reserved prefix', 'EntityDefinitions', table('mscrm_Plant'), 400, '0x80040203'],
    [
      'a table without a primary name',
      'EntityDefinitions',
      table('gdn_A', { Attributes: [] }),
      400,
      '0x80040203',
    ],
    [
      'a table without a name in any language',
      'EntityDefinitions',
      table('gdn_A', { DisplayName: { LocalizedLabels: [] } }),
      400,
      '0x80040203',
    ],
    [
      'a table without an owner',
      'EntityDefinitions',
      table('gdn_A', { OwnershipType: null }),
      400,
      '0x80040203',
    ],
    [
      'a label in a language that is not provisioned',
      'EntityDefinitions',
      table('gdn_A', { Description: label('A', { 1041: 'A' }) }),
      400,
      '0x80040203',
    ],
    [
      'an activity whose name is not its subject',
      'EntityDefinitions',
      table('gdn_A', { IsActivity: true }),
      400,
      '0x80040203',
    ],
    ['a column that exists', `${plants}/Attributes`, column('String', 'gdn_code'), 400, '0x80047013'],
    ['a column without a prefix', `${plants}/Attributes`, column('String', 'code'), 400, '0x80040203'],
    ['a column without a type', `${plants}/Attributes`, { SchemaName: 'gdn_X' }, 400, '0x80040203'],
    [
      'a text that is too long',
      `${plants}/Attributes`,
      column('String', 'gdn_X', { MaxLength: 4001 }),
      400,
      '0x80040203',
    ],
    ['a choice without options', `${plants}/Attributes`, column('Picklist', 'gdn_X'), 400, '0x80040203'],
    [
      'an unknown global choice',
      `${plants}/Attributes`,
      column('Picklist', 'gdn_X', {
        'GlobalOptionSet@odata.bind': "/GlobalOptionSetDefinitions(Name='gdn_no')",
      }),
      404,
      '0x80040217',
    ],
    ['a lookup by itself', `${plants}/Attributes`, column('Lookup', 'gdn_X'), 400, '0x80040203'],
    [
      'a requirement level that is none',
      `${plants}/Attributes`,
      column('String', 'gdn_X', { RequiredLevel: { Value: 'Perhaps' } }),
      400,
      '0x80048d19',
    ],
    [
      'a property of the wrong type',
      `${plants}/Attributes`,
      column('String', 'gdn_X', { MaxLength: 'ten' }),
      400,
      '0x80048d19',
    ],
    [
      'a key of an unknown column',
      `${plants}/Keys`,
      { SchemaName: 'gdn_K', KeyAttributes: ['gdn_no'] },
      400,
      '0x80041103',
    ],
    [
      'a key of a column that cannot be in one',
      `${plants}/Keys`,
      { SchemaName: 'gdn_K', KeyAttributes: ['statecode'] },
      400,
      '0x80040203',
    ],
    ['a key of no columns', `${plants}/Keys`, { SchemaName: 'gdn_K', KeyAttributes: [] }, 400, '0x80040203'],
    [
      'a relationship of an unknown table',
      'RelationshipDefinitions',
      oneToMany('gdn_r', 'gdn_no', 'gdn_plant', 'gdn_RId'),
      404,
      '0x80040217',
    ],
    [
      'a relationship that exists',
      'RelationshipDefinitions',
      manyToMany('gdn_plant_contacts', 'gdn_plant', 'account'),
      400,
      '0x80040203',
    ],
    [
      'a navigation property that exists',
      'RelationshipDefinitions',
      oneToMany('gdn_r', 'contact', 'gdn_plant', 'gdn_RId', {
        ReferencedEntityNavigationPropertyName: 'gdn_plant_contacts',
      }),
      400,
      '0x80072551',
    ],
    [
      'a lookup whose column exists',
      'RelationshipDefinitions',
      oneToMany('gdn_r', 'contact', 'gdn_plant', 'gdn_Code'),
      400,
      '0x80047013',
    ],
    [
      'a choice of two like values',
      'GlobalOptionSetDefinitions',
      { Name: 'gdn_c', DisplayName: label('C'), Options: [{ Value: 1 }, { Value: 1 }] },
      400,
      '0x80040203',
    ],
  ])('%s', async (_what, path, body, status, code) => {
    expect(await define(sandbox, 'POST', path, body)).toMatchObject({ status, code });
  });

  it.each([
    ['an unknown table', 'PUT', "EntityDefinitions(LogicalName='gdn_no')", {}, 404],
    ['an unknown column', 'PUT', `${plants}/Attributes(LogicalName='gdn_no')`, {}, 404],
    [
      'another type of a column',
      'PUT',
      `${plants}/Attributes(LogicalName='gdn_code')`,
      column('Integer', 'gdn_Code'),
      400,
    ],
    ['deleting the primary name', 'DELETE', `${plants}/Attributes(LogicalName='gdn_name')`, undefined, 400],
    ["deleting the platform's", 'DELETE', `${plants}/Attributes(LogicalName='createdon')`, undefined, 400],
    ['switching notes off', 'PUT', plants, { HasNotes: false }, 400],
    ['PATCH', 'PATCH', plants, { HasNotes: true }, 405],
    [
      "changing a platform's relationship",
      'PUT',
      "RelationshipDefinitions(SchemaName='lk_gdn_plant_createdby')",
      {},
      400,
    ],
    ["deleting a platform's table", 'DELETE', "EntityDefinitions(LogicalName='contact')", undefined, 400],
    [
      "deleting a platform's relationship",
      'DELETE',
      "RelationshipDefinitions(SchemaName='lk_gdn_plant_createdby')",
      undefined,
      400,
    ],
  ])('%s', async (_what, method, path, body, status) => {
    expect(await define(sandbox, method, path, body)).toMatchObject({ status });
  });

  it('an unknown solution', async () => {
    const headers = { 'MSCRM.SolutionUniqueName': 'Nowhere' };
    expect(await define(sandbox, 'POST', 'EntityDefinitions', table('gdn_A'), headers)).toMatchObject({
      status: 404,
      code: '0x80040217',
    });
  });

  it('a managed solution', async () => {
    const headers = { 'MSCRM.SolutionUniqueName': 'System' };
    expect(await define(sandbox, 'POST', 'EntityDefinitions', table('gdn_A'), headers)).toMatchObject({
      status: 400,
    });
  });
});

describe('what is not emulated is named:', () => {
  it.each([
    ['POST', `${plants}/Attributes`, column('Money', 'gdn_X'), 'MoneyAttributeMetadata'],
    ['POST', `${plants}/Attributes`, column('File', 'gdn_X'), 'FileAttributeMetadata'],
    [
      'POST',
      'RelationshipDefinitions',
      oneToMany('gdn_r', 'contact', 'gdn_plant', 'gdn_RId', { IsHierarchical: true }),
      'hierarchical',
    ],
    [
      'POST',
      'RelationshipDefinitions',
      oneToMany('gdn_r', 'contact', 'gdn_plant', 'gdn_RId', { Lookup: null }),
      'without a Lookup',
    ],
    ['POST', 'EntityDefinitions', table('gdn_X', { HasFeedback: true }), 'HasFeedback of EntityMetadata'],
    [
      'POST',
      'EntityDefinitions',
      table('gdn_X', { Attributes: [column('String', 'gdn_N', { IsPrimaryName: true, MaxLenght: 10 })] }),
      'MaxLenght of StringAttributeMetadata',
    ],
    ['POST', `${plants}/Attributes`, column('Integer', 'gdn_X', { MaxLength: 5 }), 'MaxLength of Integer'],
    [
      'POST',
      'RelationshipDefinitions',
      oneToMany('gdn_r', 'contact', 'gdn_plant', 'gdn_RId', {
        Lookup: column('Lookup', 'gdn_RId', { MaxLength: 5 }),
      }),
      'MaxLength of LookupAttributeMetadata',
    ],
    ['POST', 'CreateCustomerRelationships', {}, 'CreateCustomerRelationships'],
  ])('%s %s %j', async (method, path, body, named) => {
    const answer = await define(sandbox, method, path, body);
    expect(answer.status).toBe(501);
    expect(answer.text).toContain(named);
  });
});

describe('a change that fails', () => {
  it('leaves nothing behind: no key when rows are alike already', async () => {
    for (const name of ['One', 'Two'])
      await create(sandbox, 'gdn_plants', { gdn_name: name, gdn_code: 'same' });
    const key = { SchemaName: 'gdn_CodeKey', DisplayName: label('Code'), KeyAttributes: ['gdn_code'] };
    expect(await define(sandbox, 'POST', `${plants}/Keys`, key)).toMatchObject({
      status: 412,
      code: '0x80060892',
    });
    expect(await readAll(sandbox, `${plants}/Keys`)).toEqual([]);
    await create(sandbox, 'gdn_plants', { gdn_name: 'Three', gdn_code: 'same' });
  });

  it('takes the metadata back with the rest of its changeset', async () => {
    const part = (id: number, method: string, path: string, body: object) =>
      [
        '--set',
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        `Content-ID: ${String(id)}`,
        '',
        `${method} ${path} HTTP/1.1`,
        'Content-Type: application/json',
        '',
        JSON.stringify(body),
      ].join('\r\n');
    const body = [
      '--batch', 'Content-Type: multipart/mixed; boundary=set', '',
      part(1, 'POST', `${sandbox.url}/api/data/v9.2/EntityDefinitions`, table('gdn_Ghost')),
      part(2, 'POST', `${sandbox.url}/api/data/v9.2/contacts`, { nothing: 1 }),
      '--set--', '--batch--', '',
    ].join('\r\n'); // prettier-ignore
    const batch = await call(sandbox, 'POST', '$batch', {
      headers: { 'content-type': 'multipart/mixed; boundary=batch' },
      body,
    });
    expect(batch.text).toContain("Invalid property 'nothing'");
    expect(await define(sandbox, 'GET', "EntityDefinitions(LogicalName='gdn_ghost')")).toMatchObject({
      status: 404,
    });
    await add(sandbox, 'EntityDefinitions', table('gdn_Ghost'));
    await create(sandbox, 'gdn_ghosts', { gdn_name: 'Boo' });
  });
});

describe('privileges', () => {
  it.each([
    ['POST', 'EntityDefinitions', 'prvCreateEntity'],
    ['PUT', plants, 'prvWriteEntity'],
    ['DELETE', plants, 'prvDeleteEntity'],
    ['POST', `${plants}/Attributes`, 'prvCreateAttribute'],
    ['PUT', `${plants}/Attributes(LogicalName='gdn_code')`, 'prvWriteAttribute'],
    ['DELETE', `${plants}/Attributes(LogicalName='gdn_code')`, 'prvDeleteAttribute'],
    ['POST', `${plants}/Keys`, 'prvWriteEntity'],
    ['POST', 'RelationshipDefinitions', 'prvCreateRelationship'],
    ['POST', 'GlobalOptionSetDefinitions', 'prvCreateOptionSet'],
    ['POST', 'PublishAllXml', 'prvPublishCustomization'],
  ])('%s %s needs %s', async (method, path, privilege) => {
    const answer = await call(sandbox, method, path, { as: 'dev-manager', body: {} });
    expect(answer).toMatchObject({ status: 403, code: '0x80040220' });
    expect(answer.text).toContain(privilege);
  });

  it("are a System Customizer's, who may then define and publish", async () => {
    const [role] = await readAll(sandbox, "roles?$filter=name eq 'System Customizer'&$select=roleid");
    const [reader] = await readAll(sandbox, "systemusers?$filter=lastname eq 'Reader'&$select=systemuserid");
    await done(
      call(
        sandbox,
        'POST',
        `systemusers(${String(reader?.['systemuserid'])})/systemuserroles_association/$ref`,
        { body: { '@odata.id': `roles(${String(role?.['roleid'])})` } },
      ),
    );
    expect(
      await call(sandbox, 'POST', 'EntityDefinitions', { as: 'dev-reader', body: table('gdn_Hedge') }),
    ).toMatchObject({ status: 204 });
    const xml = '<importexportxml><entities><entity>gdn_hedge</entity></entities></importexportxml>';
    expect(
      await call(sandbox, 'POST', 'PublishXml', { as: 'dev-reader', body: { ParameterXml: xml } }),
    ).toMatchObject({ status: 204 });
    expect(await call(sandbox, 'POST', 'PublishAllXml', { as: 'dev-reader' })).toMatchObject({ status: 204 });
    expect(
      await call(sandbox, 'POST', 'PublishXml', { as: 'dev-reader', body: { ParameterXml: '<other/>' } }),
    ).toMatchObject({ status: 400 });
  });
});
