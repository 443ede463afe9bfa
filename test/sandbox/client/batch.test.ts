import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DynamicsWebApi } from 'dynamics-web-api';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { createId, dynamicsWebApi } from './dynamicsWebApi.js';

let sandbox: Sandbox;
let api: DynamicsWebApi;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
});
beforeEach(() => {
  api = dynamicsWebApi(sandbox);
});
afterAll(() => sandbox.close());

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const contacts = 'contacts';
const count = (lastname: string) =>
  dynamicsWebApi(sandbox).count({ collection: contacts, filter: `lastname eq '${lastname}'` });

describe('dynamics-web-api 2.5.0: executeBatch', () => {
  it('runs reads and a changeset', async () => {
    api.startBatch();
    void api.retrieveMultiple({ collection: contacts, top: 1, select: ['lastname'] });
    void api.create({ collection: contacts, data: { lastname: 'Batch' } });
    void api.create({
      collection: contacts,
      data: { lastname: 'Batch' },
      returnRepresentation: true,
      select: ['lastname'],
    });
    void api.count({ collection: contacts });
    void api.callFunction('WhoAmI');
    const answers = await api.executeBatch();
    expect(answers).toEqual([
      expect.objectContaining({ value: [] }),
      expect.stringMatching(guid),
      expect.objectContaining({ lastname: 'Batch', contactid: expect.stringMatching(guid) }),
      2,
      expect.objectContaining({ UserId: expect.stringMatching(guid) }),
    ]);
  });

  it('refers to a row that the changeset creates', async () => {
    api.startBatch();
    void api.create({ collection: 'accounts', data: { name: 'First' }, contentId: '1' });
    void api.create({
      collection: contacts,
      data: { lastname: 'Second', 'parentcustomerid_account@odata.bind': '$1' },
      contentId: '2',
    });
    void api.update({ contentId: '$2', data: { firstname: 'Third' } });
    void api.associateSingleValued({
      contentId: '$1',
      navigationProperty: 'primarycontactid',
      relatedKey: '$2',
    });
    const [account, contact] = (await api.executeBatch()) as string[];
    const row = await dynamicsWebApi(sandbox).retrieve({
      collection: contacts,
      key: String(contact),
      select: ['fullname', '_parentcustomerid_value'],
    });
    expect(row).toMatchObject({ fullname: 'Third Second', _parentcustomerid_value: account });
    const back = await dynamicsWebApi(sandbox).retrieve({
      collection: 'accounts',
      key: String(account),
      select: ['_primarycontactid_value'],
    });
    expect(back).toMatchObject({ _primarycontactid_value: contact });
  });

  it('rejects with the error of a failed changeset, of which nothing remains', async () => {
    api.startBatch();
    void api.create({ collection: contacts, data: { lastname: 'Undone' } });
    void api.update({
      collection: contacts,
      key: '00000000-0000-4000-8000-000000000404',
      data: { lastname: 'x' },
    });
    const failure: unknown = await api.executeBatch().catch((error: unknown) => error);
    expect(failure).toEqual([
      expect.objectContaining({ status: 404, error: expect.objectContaining({ code: '0x80040217' }) }),
    ]);
    expect(await count('Undone')).toBe(0);
  });

  it('goes on after an error when asked to', async () => {
    api.startBatch();
    void api.create({ collection: contacts, data: { lastname: 'x'.repeat(300) }, inChangeSet: false });
    void api.create({ collection: contacts, data: { lastname: 'Continued' }, inChangeSet: false });
    const answers = await api.executeBatch({ continueOnError: true });
    expect(answers).toEqual([
      expect.objectContaining({ status: 400, error: expect.objectContaining({ code: '0x80044331' }) }),
      expect.stringMatching(guid),
    ]);
    expect(await count('Continued')).toBe(1);
  });

  it('links existing rows, named by absolute URLs', async () => {
    const account = await createId(api, 'accounts', { name: 'Absolute' });
    const contact = await createId(api, contacts, { lastname: 'Absolute' });
    api.startBatch();
    void api.associate({
      collection: 'accounts',
      primaryKey: account,
      relationshipName: 'contact_customer_accounts',
      relatedCollection: contacts,
      relatedKey: contact,
    });
    await api.executeBatch();
    const row = await dynamicsWebApi(sandbox).retrieve({
      collection: contacts,
      key: contact,
      select: ['_parentcustomerid_value'],
    });
    expect(row).toMatchObject({ _parentcustomerid_value: account });
  });
});
