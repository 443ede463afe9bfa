import { describe, expect, it } from '@jest/globals';
import { anApp } from './anApp.js';
import { carla, formBar, type BarSetting } from './bars.js';
import { dialog, errors, runAndAnswer } from './dialogs.js';
import { aTable, guid } from '../definition.js';
import { anError } from '../platform.js';

const id = (name: string) => `Mscrm.Form.contact.${name}`;
const row = `contacts(${carla.contactid})`;
const inactive = { ...carla, statecode: 1, statuscode: 2 };
const names = (ids: readonly string[]) => ids.map((each) => each.replace('Mscrm.Form.contact.', ''));

describe('The standard commands of a form', () => {
  it.each<[string, Parameters<typeof formBar>[0], readonly string[]]>([
    ['a new row', { row: 'new' }, ['Save', 'SaveAndClose']],
    [
      'an active row',
      {},
      [
        'Save',
        'SaveAndClose',
        'NewRecord',
        'Deactivate',
        'Delete',
        'Refresh',
        'Assign',
        'Flows.RefreshCommandBar',
      ],
    ],
    [
      'an inactive row',
      { row: inactive },
      ['NewRecord', 'Activate', 'Delete', 'Refresh', 'Flows.RefreshCommandBar'],
    ],
    [
      'a row that may only be read',
      { rights: 'ReadAccess' },
      ['NewRecord', 'Refresh', 'Flows.RefreshCommandBar'],
    ],
    [
      'a table whose rows the user may not create',
      { definition: anApp({ privileges: { create: false } }), rights: 'ReadAccess' },
      ['Refresh', 'Flows.RefreshCommandBar'],
    ],
    [
      'a table without owners and states, and a user who may not see processes',
      {
        definition: anApp(
          { ownership: 'organization', isActivity: true },
          {
            tables: [
              ...Object.values(anApp({ ownership: 'organization', isActivity: true }).tables),
              aTable('workflow', { privileges: { read: false } }),
            ],
          },
        ),
      },
      ['Save', 'SaveAndClose', 'NewRecord', 'Delete', 'Refresh'],
    ],
  ])('of %s', async (_case, setting, shown) => {
    expect(names((await formBar(setting)).ids())).toEqual(shown);
  });
});

describe('Save', () => {
  it('saves, and Save & Close goes back then', async () => {
    const { host, form, item, changes } = await formBar();
    form.attributes.get('emailaddress1')?.enter('new@contoso.example');
    await item(id('Save')).run?.();
    expect(changes()).toMatchObject([
      { method: 'PATCH', path: row, body: { emailaddress1: 'new@contoso.example' } },
    ]);
    await item(id('SaveAndClose')).run?.();
    expect(host.navigation.page.value).toMatchObject({ pageType: 'entitylist' });
  });

  it('that the server refuses is told once, by the form, and the page stays', async () => {
    const { host, form, item } = await formBar({
      server: ({ method }) => (method === 'PATCH' ? anError(400, '0x80040265', 'Not so.') : undefined),
    });
    const { page } = host.navigation;
    const before = page.value;
    form.attributes.get('emailaddress1')?.enter('new@contoso.example');
    await item(id('SaveAndClose')).run?.();
    expect(errors(host)).toEqual([expect.stringContaining('Not so.')]);
    expect(page.value).toBe(before);
  });
});

describe('New and Refresh', () => {
  it('New opens a new row', async () => {
    const { host, item } = await formBar();
    await item(id('NewRecord')).run?.();
    expect(host.navigation.page.value).toEqual({ pageType: 'entityrecord', table: 'contact' });
  });

  it('Refresh reads the row again', async () => {
    const { item, requests } = await formBar();
    const reads = () => requests.filter(({ path }) => path.startsWith(row)).length;
    const before = reads();
    await item(id('Refresh')).run?.();
    expect(reads()).toBe(before + 1);
  });

  it('Refresh asks before it throws away what was typed', async () => {
    const { host, form, item } = await formBar();
    form.attributes.get('emailaddress1')?.enter('new@contoso.example');
    const running = item(id('Refresh')).run?.();
    (await dialog(host, 'confirm')).close(false, true);
    await running;
    expect(form.attributes.get('emailaddress1')?.value.value).toBe('new@contoso.example');
  });
});

describe('Deactivate and Activate', () => {
  it('ask, save, and set the state with its default status reason', async () => {
    const { host, form, item, changes } = await formBar();
    form.attributes.get('emailaddress1')?.enter('new@contoso.example');
    const asked = await runAndAnswer(host, item(id('Deactivate')).run);
    expect(asked).toMatchObject({
      title: 'Confirm Contact Deactivation',
      text: expect.stringContaining('1 Contact'),
      confirmButtonLabel: 'Deactivate',
    });
    expect(changes().map(({ body }) => body)).toEqual([
      { emailaddress1: 'new@contoso.example' },
      { statecode: 1, statuscode: 2 },
    ]);
  });

  it('activate an inactive row', async () => {
    const { host, item, changes } = await formBar({ row: inactive });
    await runAndAnswer(host, item(id('Activate')).run);
    expect(changes()).toEqual([{ method: 'PATCH', path: row, body: { statecode: 0, statuscode: 1 } }]);
  });

  it('do nothing when the user says no, or a handler prevents the save (mode 5)', async () => {
    const { host, form, item, changes } = await formBar();
    await runAndAnswer(host, item(id('Deactivate')).run, false);
    const modes: number[] = [];
    form.handlers.save.add((context) => {
      const args = (context as Xrm.Events.SaveEventContext).getEventArgs();
      modes.push(args.getSaveMode());
      args.preventDefault();
    });
    await runAndAnswer(host, item(id('Deactivate')).run);
    expect(modes).toEqual([5]);
    expect(changes()).toEqual([]);
    expect(errors(host)).toEqual([]);
  });
});

describe('Delete', () => {
  it('asks, deletes and goes back to the list, though something was typed', async () => {
    const { host, form, item, changes } = await formBar();
    host.navigation.guard = () => form.mayLeave();
    form.attributes.get('emailaddress1')?.enter('new@contoso.example');
    const asked = await runAndAnswer(host, item(id('Delete')).run);
    expect(asked).toMatchObject({ title: 'Confirm Deletion', confirmButtonLabel: 'Delete' });
    expect(changes()).toEqual([{ method: 'DELETE', path: row, body: undefined }]);
    expect(host.navigation.page.value).toMatchObject({ pageType: 'entitylist' });
    expect(host.progress.message.value).toBeUndefined();
  });

  it('that the server refuses is told with the label, and the page stays', async () => {
    const { host, item } = await formBar({
      server: ({ method }) => (method === 'DELETE' ? anError(403, '0x80040220', 'You may not.') : undefined),
    });
    const before = host.navigation.page.value;
    await runAndAnswer(host, item(id('Delete')).run);
    expect(errors(host)).toEqual(['“Delete” could not be completed. You may not.']);
    expect(host.navigation.page.value).toBe(before);
  });
});

describe('Assign', () => {
  it('gives the row to the user or team that was picked', async () => {
    const { host, item, changes } = await formBar();
    const running = item(id('Assign')).run?.();
    const lookup = await dialog(host, 'lookup');
    expect(lookup.options).toMatchObject({ tables: ['systemuser', 'team'], multiple: false });
    lookup.close([{ id: guid(7), name: 'The Team', table: 'team' }]);
    await running;
    expect(changes()).toEqual([
      { method: 'PATCH', path: row, body: { 'ownerid@odata.bind': `/teams(${guid(7)})` } },
    ]);
  });

  it('does nothing when the dialog is closed', async () => {
    const { host, item, changes } = await formBar();
    const running = item(id('Assign')).run?.();
    (await dialog(host, 'lookup')).close();
    await running;
    expect(changes()).toEqual([]);
  });
});

describe('Flow', () => {
  const workflows = [
    { workflowid: guid(0x21), name: 'Create a task' },
    { workflowid: guid(0x22), name: 'Send a mail' },
  ];
  const server: BarSetting['server'] = ({ method, path }) =>
    method === 'GET' && path.startsWith('workflows?') ? { body: { value: workflows } } : undefined;

  it('offers the on-demand background workflows of the table', async () => {
    const { item, requests } = await formBar({ server });
    const entries = await item(id('Flows.RefreshCommandBar')).menu?.open();
    expect(entries?.map(({ label }) => label)).toEqual(['Run Create a task', 'Run Send a mail']);
    expect(requests.at(-1)?.path).toBe(
      'workflows?$select=workflowid,name&$filter=type eq 1 and category eq 0 and mode eq 0 and statecode eq 1' +
        " and ondemand eq true and primaryentity eq 'contact'&$orderby=name",
    );
  });

  it('saves what was typed, asks, runs the workflow on the row and says so', async () => {
    const { host, form, item, changes } = await formBar({ server });
    form.attributes.get('emailaddress1')?.enter('new@contoso.example');
    const [first] = (await item(id('Flows.RefreshCommandBar')).menu?.open()) ?? [];
    const asked = await runAndAnswer(host, first?.run);
    expect(asked.text).toBe('“Create a task” will be applied to 1 Contact.');
    expect(changes()).toEqual([
      { method: 'PATCH', path: row, body: { emailaddress1: 'new@contoso.example' } },
      {
        method: 'POST',
        path: `workflows(${guid(0x21)})/Microsoft.Dynamics.CRM.ExecuteWorkflow`,
        body: { EntityId: carla.contactid },
      },
    ]);
    expect(host.notifications.shown.value).toMatchObject([
      { level: 'success', message: '“Create a task” was started for 1 Contact.', showCloseButton: true },
    ]);
  });

  it('whose workflows cannot be read is empty, and says why', async () => {
    const { host, item } = await formBar({
      server: ({ path }) =>
        path.startsWith('workflows?') ? anError(403, '0x80040220', 'You may not.') : undefined,
    });
    expect(await item(id('Flows.RefreshCommandBar')).menu?.open()).toEqual([]);
    expect(errors(host)).toEqual(['“Flow” could not be completed. You may not.']);
  });
});
