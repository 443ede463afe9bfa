import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';
import {
  add,
  column,
  done,
  emptySandbox,
  label,
  manyToMany,
  oneToMany,
  read,
  readAll,
  table,
} from './definitions.js';

let sandbox: Sandbox;
const plants = "EntityDefinitions(LogicalName='gdn_plant')";

beforeAll(async () => {
  sandbox = await emptySandbox();
  await add(sandbox, 'EntityDefinitions', table('gdn_Bed', { OwnershipType: 'OrganizationOwned' }));
  await add(sandbox, 'EntityDefinitions', table('gdn_Plant', { HasActivities: true, HasNotes: true }));
  for (const each of [
    column('String', 'gdn_Code', { MaxLength: 20 }),
    column('Integer', 'gdn_Height', { MinValue: 0, MaxValue: 300 }),
    column('Boolean', 'gdn_Edible', { DefaultValue: true }),
    column('DateTime', 'gdn_Sown', { Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } }),
    column('Picklist', 'gdn_Colour', {
      OptionSet: { Options: [{ Label: label('Red') }, { Label: label('Blue') }] },
    }),
  ]) {
    await add(sandbox, `${plants}/Attributes`, each);
  }
  await add(sandbox, `${plants}/Keys`, {
    SchemaName: 'gdn_CodeKey',
    DisplayName: label('Code'),
    KeyAttributes: ['gdn_code'],
  });
  await add(
    sandbox,
    'RelationshipDefinitions',
    oneToMany('gdn_bed_plant', 'gdn_bed', 'gdn_plant', 'gdn_BedId'),
  );
  await add(sandbox, 'RelationshipDefinitions', manyToMany('gdn_plant_gardeners', 'gdn_plant', 'contact'));
}, 30_000);

afterAll(() => sandbox.close());

describe('rows of a table that was created over the Web API', () => {
  it("are created with the platform's defaults and read back", async () => {
    const bed = await create(sandbox, 'gdn_beds', { gdn_name: 'North' });
    const id = await create(sandbox, 'gdn_plants', {
      gdn_name: 'Rose',
      gdn_code: 'R1',
      gdn_height: 80,
      gdn_sown: '2026-03-01',
      gdn_colour: 543210001,
      'gdn_BedId@odata.bind': `/gdn_beds(${bed})`,
    });
    expect(await read(sandbox, `gdn_plants(${id})?$expand=gdn_BedId($select=gdn_name)`)).toMatchObject({
      gdn_name: 'Rose',
      gdn_edible: true,
      gdn_sown: '2026-03-01',
      gdn_colour: 543210001,
      statecode: 0,
      statuscode: 1,
      _gdn_bedid_value: bed,
      gdn_BedId: { gdn_name: 'North' },
      _ownerid_value: expect.any(String),
      createdon: expect.any(String),
    });
    expect(await readAll(sandbox, `gdn_beds(${bed})/gdn_bed_plant?$select=gdn_name`)).toMatchObject([
      { gdn_name: 'Rose' },
    ]);
  });

  it('are changed, deactivated and deleted', async () => {
    const id = await create(sandbox, 'gdn_plants', { gdn_name: 'Lily' });
    await done(
      call(sandbox, 'PATCH', `gdn_plants(${id})`, { body: { gdn_name: 'Tiger lily', statecode: 1 } }),
    );
    expect(await read(sandbox, `gdn_plants(${id})`)).toMatchObject({ gdn_name: 'Tiger lily', statuscode: 2 });
    await done(call(sandbox, 'DELETE', `gdn_plants(${id})`));
    expect((await call(sandbox, 'GET', `gdn_plants(${id})`)).status).toBe(404);
  });

  it('are found by the alternate key, which no two rows can share', async () => {
    await done(call(sandbox, 'PATCH', "gdn_plants(gdn_code='K1')", { body: { gdn_name: 'Kale' } }));
    expect(await read(sandbox, "gdn_plants(gdn_code='K1')")).toMatchObject({ gdn_name: 'Kale' });
    const second = await call(sandbox, 'POST', 'gdn_plants', { body: { gdn_name: 'Other', gdn_code: 'k1' } });
    expect(second).toMatchObject({ status: 412, code: '0x80060892' });
  });

  it('obey the limits of their columns', async () => {
    const tall = await call(sandbox, 'POST', 'gdn_plants', { body: { gdn_name: 'Tall', gdn_height: 301 } });
    expect(tall).toMatchObject({ status: 400, code: '0x8004432f' });
    const long = await call(sandbox, 'POST', 'gdn_plants', {
      body: { gdn_name: 'Long', gdn_code: 'x'.repeat(21) },
    });
    expect(long).toMatchObject({ status: 400, code: '0x80044331' });
  });

  it('are linked with rows of the base through a new many-to-many relationship', async () => {
    const plant = await create(sandbox, 'gdn_plants', { gdn_name: 'Fern' });
    const contact = await create(sandbox, 'contacts', { lastname: 'Green' });
    await done(
      call(sandbox, 'POST', `gdn_plants(${plant})/gdn_plant_gardeners/$ref`, {
        body: { '@odata.id': `contacts(${contact})` },
      }),
    );
    expect(await readAll(sandbox, `contacts(${contact})/gdn_plant_gardeners?$select=gdn_name`)).toMatchObject(
      [{ gdn_name: 'Fern' }],
    );
  });

  it('are what activities regard and notes are about', async () => {
    const plant = await create(sandbox, 'gdn_plants', { gdn_name: 'Oak' });
    await create(sandbox, 'tasks', {
      subject: 'Water',
      'regardingobjectid_gdn_plant@odata.bind': `/gdn_plants(${plant})`,
    });
    await create(sandbox, 'annotations', {
      subject: 'Note',
      'objectid_gdn_plant@odata.bind': `/gdn_plants(${plant})`,
    });
    expect(await readAll(sandbox, `gdn_plants(${plant})/gdn_Plant_Tasks?$select=subject`)).toMatchObject([
      { subject: 'Water' },
    ]);
    expect(
      await readAll(sandbox, `gdn_plants(${plant})/gdn_Plant_Annotations?$select=subject`),
    ).toMatchObject([{ subject: 'Note' }]);
  });

  it('have privileges of their own, which only a system administrator holds at first', async () => {
    const refused = await call(sandbox, 'POST', 'gdn_plants', {
      as: 'dev-manager',
      body: { gdn_name: 'Weed' },
    });
    expect(refused).toMatchObject({ status: 403, code: '0x80040220' });
    expect(refused.text).toContain('prvCreategdn_Plant');
  });

  it('are described by $metadata', async () => {
    const { text } = await call(sandbox, 'GET', '$metadata');
    expect(text).toContain('<EntityType Name="gdn_plant"');
    expect(text).toContain('<EntitySet Name="gdn_plants"');
    expect(text).toContain('<NavigationProperty Name="gdn_BedId" Type="mscrm.gdn_bed"');
  });
});

describe('a custom activity', () => {
  it('has the columns, parties and states of activities', async () => {
    const visit = table('gdn_Visit', {
      IsActivity: true,
      HasNotes: true,
      Attributes: [column('String', 'Subject', { IsPrimaryName: true, MaxLength: 200 })],
    });
    await add(sandbox, 'EntityDefinitions', visit);
    const plant = await create(sandbox, 'gdn_plants', { gdn_name: 'Elm' });
    const id = await create(sandbox, 'gdn_visits', {
      subject: 'Pruning',
      'regardingobjectid_gdn_plant_gdn_visit@odata.bind': `/gdn_plants(${plant})`,
    });
    expect(await read(sandbox, `gdn_visits(${id})`)).toMatchObject({
      subject: 'Pruning',
      statecode: 0,
      activitytypecode: 'gdn_visit',
    });
    expect(
      await readAll(sandbox, `activitypointers?$filter=activityid eq ${id}&$select=subject`),
    ).toMatchObject([{ subject: 'Pruning' }]);
    const [state] = await readAll(
      sandbox,
      "EntityDefinitions(LogicalName='gdn_visit')/Attributes/Microsoft.Dynamics.CRM.StateAttributeMetadata?$expand=OptionSet",
    );
    expect(state).toMatchObject({
      OptionSet: {
        Name: 'gdn_visit_statecode',
        Options: [{ Value: 0 }, { Value: 1 }, { Value: 2 }, { Value: 3 }],
      },
    });
  });
});
