import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { create } from '../server/webApi.js';
import { add, emptySandbox, oneToMany, read, table } from './definitions.js';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('a data file keeps the metadata that was defined over the Web API, with its rows', async () => {
  const file = join(folder, 'rows.sqlite');
  const first = await emptySandbox(file);
  await add(first, 'EntityDefinitions', table('gdn_Plant'));
  await add(
    first,
    'RelationshipDefinitions',
    oneToMany('gdn_contact_plant', 'contact', 'gdn_plant', 'gdn_GardenerId'),
  );
  const contact = await create(first, 'contacts', { lastname: 'Green' });
  const id = await create(first, 'gdn_plants', {
    gdn_name: 'Yew',
    'gdn_GardenerId@odata.bind': `/contacts(${contact})`,
  });
  const { ObjectTypeCode } = await read(first, "EntityDefinitions(LogicalName='gdn_plant')");
  await first.close();

  const second = await emptySandbox(file);
  try {
    expect(await read(second, `gdn_plants(${id})?$expand=gdn_GardenerId($select=lastname)`)).toMatchObject({
      gdn_name: 'Yew',
      gdn_GardenerId: { lastname: 'Green' },
    });
    expect(await read(second, "EntityDefinitions(LogicalName='gdn_plant')")).toMatchObject({
      ObjectTypeCode,
    });
    await add(second, 'EntityDefinitions', table('gdn_Shrub'));
  } finally {
    await second.close();
  }
}, 30_000);
