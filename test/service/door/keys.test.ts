import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Dataverse, Write } from '../../../plugins/dataverse/door.js';
import { openSandbox, type SandboxDoor } from './sandboxDoor.js';

let opened: SandboxDoor;
let dataverse: Dataverse;
beforeAll(async () => {
  opened = await openSandbox({ solutions: undefined });
  dataverse = opened.doorOf('admin');
});
afterAll(() => opened.sandbox.close());

const webRole = (id: string, key: string): Write => ({
  kind: 'create',
  set: 'inv_webroles',
  row: { inv_webroleid: id, inv_name: 'A role', inv_key: key },
});

describe('keys of the product’s tables through the door', () => {
  it.each(["O'Hara", 'Zoë & Łukasz', 'a/b?c#d,e;f', '100% "quoted"', 'ключ 鍵', 'x'.repeat(100)])(
    'finds a row by its alternate key %j, alone and in a batch',
    async (key) => {
      const id = randomUUID();
      expect(await dataverse.write([webRole(id, key)])).toEqual({ kind: 'done' });
      const read = { set: 'inv_webroles', key: { inv_key: key }, select: ['inv_key'] };
      expect(await dataverse.row(read)).toMatchObject({ inv_webroleid: id, inv_key: key });
      expect(
        await dataverse.readTogether([read, { ...read, key: { inv_key: `${key.slice(1)}!` } }]),
      ).toMatchObject([{ inv_webroleid: id }, undefined]);
    },
  );

  it('tells that a row with that alternate key, or that link, is there already', async () => {
    const [role, contact] = [randomUUID(), randomUUID()];
    const link: Write = {
      kind: 'associate',
      set: 'inv_webroles',
      id: role,
      navigation: 'inv_webrole_contacts',
      relatedSet: 'contacts',
      relatedId: contact,
    };
    const create: Write = {
      kind: 'create',
      set: 'contacts',
      row: { contactid: contact, lastname: 'Linked' },
    };
    expect(await dataverse.write([webRole(role, 'once'), create, link])).toEqual({ kind: 'done' });
    expect(await dataverse.write([webRole(randomUUID(), 'once')])).toEqual({ kind: 'exists' });
    expect(await dataverse.write([link])).toEqual({ kind: 'exists' });
  });
});
