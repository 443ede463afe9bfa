import { describe, expect, it } from '@jest/globals';
import { aManyToMany, aOneToMany, aForm, guid } from '../definition.js';
import { anError, origin } from '../platform.js';
import { aChart } from '../chart/aChart.js';
import { anApp } from './anApp.js';
import { carla, contoso, dana, listBar, subgridBar } from './bars.js';
import { dialog, errors, runAndAnswer } from './dialogs.js';

const both = [carla, dana];
const short = (ids: readonly string[]) => ids.map((id) => id.replace(/^Mscrm\.\w+\.contact\./, ''));

describe('The standard commands of a list', () => {
  const id = (name: string) => `Mscrm.HomepageGrid.contact.${name}`;

  it('are New and Refresh; the others come with a selection and the privilege', async () => {
    expect(short((await listBar()).ids())).toEqual(['NewRecord', 'Refresh']);
    expect(short((await listBar({ selected: [carla] })).ids())).toEqual([
      'NewRecord',
      'Activate',
      'Deactivate',
      'Delete',
      'Refresh',
      'Flows.RefreshCommandBar',
    ]);
    const reader = anApp({ privileges: { create: false, write: false, delete: false } });
    const { ids } = await listBar({ definition: reader, selected: [carla] });
    expect(short(ids())).toEqual(['Refresh', 'Flows.RefreshCommandBar']);
  });

  it('Show Chart and Hide Chart take turns where the table has a chart', async () => {
    const { bar, grid, ids, item } = await listBar({ definition: anApp({ charts: [aChart()] }) });
    expect(short(ids())).toEqual(['ShowChart', 'NewRecord', 'Refresh']);
    await item(id('ShowChart')).run?.();
    await bar.refresh();
    expect([grid.isChartShown.value, short(ids())]).toEqual([true, ['HideChart', 'NewRecord', 'Refresh']]);
    await item(id('HideChart')).run?.();
    expect(grid.isChartShown.value).toBe(false);
  });

  it('New opens a new row', async () => {
    const { host, item } = await listBar();
    await item(id('NewRecord')).run?.();
    expect(host.navigation.page.value).toEqual({ pageType: 'entityrecord', table: 'contact' });
  });

  it('Refresh reads the rows again', async () => {
    const { item, requests } = await listBar();
    const before = requests.length;
    await item(id('Refresh')).run?.();
    expect(requests.slice(before).map(({ path }) => path.slice(0, 9))).toEqual(['contacts?']);
  });

  it.each<[string, object]>([
    ['Deactivate', { statecode: 1, statuscode: 2 }],
    ['Activate', { statecode: 0, statuscode: 1 }],
  ])('%s asks once and changes every selected row', async (name, body) => {
    const { host, item, changes } = await listBar({ selected: both });
    const asked = await runAndAnswer(host, item(id(name)).run);
    expect(asked.text).toContain('2 Contacts');
    expect(changes()).toEqual(
      both.map(({ contactid }) => ({ method: 'PATCH', path: `contacts(${contactid})`, body })),
    );
  });

  it('Delete goes on after a row that fails, names it, and reads the list again', async () => {
    const { host, item, changes, requests } = await listBar({
      selected: both,
      server: ({ method, path }) =>
        method === 'DELETE' && path.includes(carla.contactid)
          ? anError(403, '0x1', 'Not this one.')
          : undefined,
    });
    await runAndAnswer(host, item(id('Delete')).run);
    expect(changes().map(({ path }) => path)).toEqual(both.map(({ contactid }) => `contacts(${contactid})`));
    expect(host.dialogs.open.value).toMatchObject([
      {
        kind: 'error',
        options: {
          message: '“Delete” could not be completed. 1 of 2 records failed. Not this one.',
          details: 'Carla: Not this one.',
        },
      },
    ]);
    expect(requests.at(-1)?.method).toBe('GET');
    expect(host.progress.message.value).toBeUndefined();
  });

  it('Delete does nothing when the user says no', async () => {
    const { host, item, changes } = await listBar({ selected: both });
    await runAndAnswer(host, item(id('Delete')).run, false);
    expect(changes()).toEqual([]);
  });

  it('Flow runs on every selected row', async () => {
    const { host, item, changes } = await listBar({
      selected: both,
      server: ({ method, path }) =>
        method === 'GET' && path.startsWith('workflows?')
          ? { body: { value: [{ workflowid: guid(0x21), name: 'Go' }] } }
          : undefined,
    });
    const [go] = (await item(id('Flows.RefreshCommandBar')).menu?.open()) ?? [];
    await runAndAnswer(host, go?.run);
    expect(changes().map(({ body }) => body)).toEqual(both.map(({ contactid }) => ({ EntityId: contactid })));
  });
});

describe('The standard commands of a subgrid', () => {
  const id = (name: string) => `Mscrm.SubGrid.contact.${name}`;
  const children = aOneToMany('contact', 'parentcustomerid');
  const links = aManyToMany('account', 'contact', 'account_contacts');
  const account = { id: contoso.accountid, name: 'Contoso', table: 'account' };
  const quickCreate = anApp({ forms: [aForm('contact'), aForm('contact', { type: 'quickCreate' })] });

  it.each([
    ['children', children, ['AddNewStandard', 'Delete', 'Refresh']],
    ['linked rows', links, ['AddNewStandard', 'AddExistingAssoc', 'RemoveAssoc', 'Delete', 'Refresh']],
    ['all rows', undefined, ['AddNewStandard', 'Delete', 'Refresh']],
  ])('of %s', async (_case, relationship, shown) => {
    const setting = relationship === undefined ? {} : { relationship };
    const { ids, item } = await subgridBar({ ...setting, selected: [carla] });
    expect(short(ids())).toEqual(shown);
    const named = relationship?.schemaName ?? 'NoRelationship';
    expect(item(id('Refresh')).dataId).toBe(`contact|${named}|SubGridStandard|${id('Refresh')}`);
  });

  it.each([
    ['the form is inactive', { account: { ...contoso, statecode: 1 } }],
    ['the form may only be read', { rights: 'ReadAccess' }],
    ['rows may not be tied', { rights: 'ReadAccess, WriteAccess' }],
  ])('add and remove nothing when %s', async (_case, setting) => {
    const linked = await subgridBar({ ...setting, relationship: links, selected: [carla] });
    expect(short(linked.ids())).toEqual(['Delete', 'Refresh']);
    const owned = await subgridBar({ ...setting, relationship: children, selected: [carla] });
    expect(short(owned.ids())).toEqual(['Delete', 'Refresh']);
  });

  it('New opens the form with the parent in its lookup', async () => {
    const { host, item } = await subgridBar({ relationship: children });
    expect(item(id('AddNewStandard')).label).toBe('New Contact');
    await item(id('AddNewStandard')).run?.();
    expect(host.navigation.page.value).toEqual({
      pageType: 'entityrecord',
      table: 'contact',
      values: { parentcustomerid: [account] },
    });
  });

  it('New takes the quick-create form where there is one, and reads the rows again', async () => {
    const { host, item, requests } = await subgridBar({ definition: quickCreate, relationship: children });
    const running = item(id('AddNewStandard')).run?.();
    const panel = await dialog(host, 'quickCreate');
    expect(panel.options).toMatchObject({
      table: { logicalName: 'contact' },
      values: { parentcustomerid: [account] },
    });
    const before = requests.length;
    panel.close({ id: guid(9), name: 'Nina', table: 'contact' });
    await running;
    expect(requests.slice(before).map(({ path }) => path.slice(0, 9))).toEqual(['contacts?']);
  });

  it.each(['quickCreate', 'form'] as const)(
    'New links the row that was saved in the %s dialog',
    async (kind) => {
      const { host, item, changes } = await subgridBar({
        ...(kind === 'quickCreate' ? { definition: quickCreate } : {}),
        relationship: links,
      });
      const running = item(id('AddNewStandard')).run?.();
      (await dialog(host, kind)).close({ id: guid(9), name: 'Nina', table: 'contact' });
      await running;
      expect(changes()).toEqual([link(guid(9))]);
    },
  );

  it('New links nothing when nothing was saved', async () => {
    const { host, item, changes } = await subgridBar({ relationship: links });
    const running = item(id('AddNewStandard')).run?.();
    (await dialog(host, 'form')).close();
    await running;
    expect(changes()).toEqual([]);
  });

  const link = (contact: string) => ({
    method: 'POST',
    path: `accounts(${contoso.accountid})/account_contacts/$ref`,
    body: { '@odata.id': `${origin}/api/data/v9.2/contacts(${contact})` },
  });

  it('Add Existing links the picked rows', async () => {
    const { host, item, changes } = await subgridBar({ relationship: links });
    const running = item(id('AddExistingAssoc')).run?.();
    const lookup = await dialog(host, 'lookup');
    expect(lookup.options).toMatchObject({ tables: ['contact'], multiple: true });
    lookup.close([
      { id: guid(8), name: 'Nora', table: 'contact' },
      { id: guid(9), name: 'Nina', table: 'contact' },
    ]);
    await running;
    expect(changes()).toEqual([link(guid(8)), link(guid(9))]);
  });

  it('Add Existing tells what the server refuses', async () => {
    const { host, item } = await subgridBar({
      relationship: links,
      server: ({ method }) => (method === 'POST' ? anError(412, '0x80040237', 'It is there.') : undefined),
    });
    const running = item(id('AddExistingAssoc')).run?.();
    (await dialog(host, 'lookup')).close([{ id: guid(8), name: 'Nora', table: 'contact' }]);
    await running;
    expect(errors(host)).toEqual(['“Add Existing Contact” could not be completed. It is there.']);
  });

  it('Remove asks and takes the links of the selected rows away', async () => {
    const { host, item, changes } = await subgridBar({ relationship: links, selected: both });
    const asked = await runAndAnswer(host, item(id('RemoveAssoc')).run);
    expect(asked).toMatchObject({ title: 'Confirm Removal', confirmButtonLabel: 'Remove' });
    expect(changes()).toEqual(
      both.map(({ contactid }) => ({
        method: 'DELETE',
        path: `accounts(${contoso.accountid})/account_contacts(${contactid})/$ref`,
        body: undefined,
      })),
    );
  });
});
