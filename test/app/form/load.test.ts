import { describe, expect, it } from '@jest/globals';
import { accessRoute, openForm, readRoute, startForm } from './openForm.js';
import { refusal } from './scriptedApi.js';
import { someContact, storedTicket, ticketRow, ticketTable } from './ticketTable.js';

const value = ({ model }: Awaited<ReturnType<typeof openForm>>, column: string) =>
  model.attributes.get(column)?.value.value;

describe('A form on a saved row', () => {
  it('reads what it shows in one request, and what the user may do in another', async () => {
    const { server } = await openForm();
    expect(server.requests).toHaveLength(2);
    const [read] = server.sent(readRoute);
    expect(read?.query).toContain('$select=ticketid,statuscode,_ownerid_value,name,notes,');
    expect(read?.query).toContain('_contactid_value');
    expect(read?.query).not.toContain('secret');
    expect(server.sent(accessRoute)[0]?.query).toBe(`@target={"@odata.id":"tickets(${ticketRow})"}`);
  });

  it('holds the values of the row, and is not dirty', async () => {
    const form = await openForm();
    expect(form.model.title.value).toBe('Leaking tap');
    expect(value(form, 'due')).toEqual(new Date(2026, 2, 1));
    expect(value(form, 'contactid')).toEqual([{ id: someContact, name: 'Ann Archer', table: 'contact' }]);
    expect(form.model.isDirty.value).toBe(false);
    expect(form.model.isLoading.value).toBe(false);
  });

  it.each([
    ['may be changed', {}, {}, 2],
    ['is read-only without the privilege to write', { AccessRights: 'ReadAccess' }, {}, 3],
    ['is disabled when the row is inactive', {}, { statecode: 1, statuscode: 2 }, 4],
  ] as const)('%s', async (_, access, state, formType) => {
    const { model } = await openForm({
      routes: {
        [readRoute]: { body: { ...storedTicket, ...state } },
        ...('AccessRights' in access ? { [accessRoute]: { body: access } } : {}),
      },
    });
    expect(model.formType.value).toBe(formType);
    expect(model.controls.get('name')?.isEditable.value).toBe(formType === 2);
  });

  it('says what the user may do with the row', async () => {
    const { model } = await openForm({
      routes: { [accessRoute]: { body: { AccessRights: 'ReadAccess, DeleteAccess' } } },
    });
    expect(model.access.value).toMatchObject({ read: true, write: false, delete: true, assign: false });
  });

  it('tells the user when the row is gone, and runs no handler', async () => {
    const ran: string[] = [];
    const form = await openForm({
      routes: { [readRoute]: refusal(404, '0x80040217', 'Ticket does not exist.') },
      form: { events: [aLoadHandler('App.onLoad')] },
      scripts: { App: { onLoad: () => ran.push('load') } },
    });
    expect(form.model.loadError.value).toBe('Ticket does not exist.');
    expect(form.errors()).toEqual(['Ticket does not exist.']);
    expect(ran).toEqual([]);
  });

  it('offers the status reasons of its state only', async () => {
    const { model } = await openForm();
    expect(model.controls.get('header_statuscode')?.options?.value).toMatchObject([
      { value: 1, label: 'Active' },
    ]);
  });
});

describe('A form on a new row', () => {
  it('starts with the defaults of its columns and asks the server nothing', async () => {
    const form = await openForm({ id: 'new' });
    expect(form.model.formType.value).toBe(1);
    expect(value(form, 'level')).toBe(10);
    expect(value(form, 'urgent')).toBe(false);
    expect(value(form, 'statuscode')).toBe(1);
    expect(value(form, 'ownerid')).toMatchObject([{ name: 'Sam Sample', table: 'systemuser' }]);
    expect(value(form, 'name')).toBeNull();
    expect(form.server.requests).toEqual([]);
  });

  it('takes the values it is prefilled with, also of columns it does not show', async () => {
    const table = ticketTable({ cells: [] });
    const form = await openForm({ id: 'new', table, values: { name: 'Tap', level: 20 } });
    expect(value(form, 'name')).toBe('Tap');
    expect(value(form, 'level')).toBe(20);
    expect(form.model.isDirty.value).toBe(false);
  });

  it('allows what the table allows', async () => {
    const table = { ...ticketTable(), privileges: { ...ticketTable().privileges, assign: false } };
    const { model } = await openForm({ id: 'new', table });
    expect(model.access.value).toMatchObject({ write: true, assign: false, delete: false });
  });
});

describe('Handlers of a form that opens', () => {
  const libraries = ['app_/js/one.js', 'app_/js/two.js'];

  it('run after the libraries and the data, the form’s before those of the data', async () => {
    const order: string[] = [];
    const form = startForm({
      form: { libraries, events: [aLoadHandler('App.onLoad')] },
      scripts: {
        App: {
          onLoad(context: Xrm.Events.LoadEventContext, ...parameters: unknown[]) {
            const name = context.getFormContext().getAttribute('name')?.getValue();
            order.push(
              `form ${String(name)} ${context.getEventArgs().getDataLoadState()} ${parameters.join()}`,
            );
            context.getFormContext().data.addOnLoad((event) => {
              order.push(`data ${event.getEventArgs().getDataLoadState()}`);
            });
          },
        },
      },
    });
    expect(form.model.isLoading.value).toBe(true);
    await form.model.ready;
    expect(form.loaded).toEqual(libraries);
    expect(order).toEqual(['form Leaking tap 1 a,1', 'data 1']);
    await form.model.refresh(false);
    expect(order.slice(2)).toEqual(['data 3']);
  });

  it('get no context unless the form says so, and do not run when they are switched off', async () => {
    const calls: unknown[][] = [];
    await openForm({
      form: {
        events: [
          { ...aLoadHandler('App.onLoad'), passExecutionContext: false },
          { ...aLoadHandler('App.onLoad'), enabled: false },
        ],
      },
      scripts: { App: { onLoad: (...args: unknown[]) => calls.push(args) } },
    });
    expect(calls).toEqual([['a', 1]]);
  });

  it.each([
    ['throws', () => fail('Broken.')],
    ['rejects', () => Promise.reject(new Error('Broken.'))],
  ])('show an error when one %s, and the others still run', async (_, broken) => {
    const ran: string[] = [];
    const form = await openForm({
      form: { events: [aLoadHandler('App.broken'), aLoadHandler('App.whole')] },
      scripts: { App: { broken, whole: () => ran.push('whole') } },
    });
    await settled();
    expect(form.errors()).toEqual(['One of the scripts for this record has caused an error: Broken.']);
    expect(ran).toEqual(['whole']);
    expect(form.model.formType.value).toBe(2);
  });

  it('show an error when their function or their library is missing', async () => {
    const form = await openForm({
      form: { libraries: ['app_/js/missing.js'], events: [aLoadHandler('App.nothing')] },
    });
    expect(form.errors()).toEqual([
      'One of the scripts for this record has caused an error: app_/js/missing.js is not there.',
      'One of the scripts for this record has caused an error: There is no function App.nothing.',
    ]);
  });

  it('do not run for a user who has gone meanwhile', async () => {
    const ran: string[] = [];
    const form = startForm({
      form: { events: [aLoadHandler('App.onLoad')] },
      scripts: { App: { onLoad: () => ran.push('load') } },
    });
    form.leave();
    await form.model.ready;
    expect(ran).toEqual([]);
  });
});

function aLoadHandler(functionName: string) {
  return {
    event: 'onload',
    library: '',
    functionName,
    enabled: true,
    passExecutionContext: true,
    parameters: ['a', 1],
  } as const;
}

function fail(message: string): never {
  throw new Error(message);
}

/** Promises that are already decided have had their turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
