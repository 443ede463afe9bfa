import { describe, expect, it } from '@jest/globals';
import type { AttributeValue } from '../../../sandbox/app/client/values/attributeValue.js';
import { bracedId } from '../../../sandbox/app/client/host/guid.js';
import { aFieldCell, guid } from '../definition.js';
import { changeRoute, openForm, readRoute, type OpenForm } from './openForm.js';
import { refusal } from './scriptedApi.js';
import { someContact, storedTicket, ticketRow, ticketTable } from './ticketTable.js';

const enter = ({ model }: OpenForm, column: string, value: AttributeValue) =>
  model.attributes.get(column)?.enter(value);
const saveError = ({ model }: OpenForm) => model.save().catch((error: unknown) => error);

describe('Saving a changed row', () => {
  it('sends what is dirty alone, and only to a row that is still there', async () => {
    const form = await openForm();
    enter(form, 'name', 'Dripping tap');
    enter(form, 'contactid', null);
    expect(form.model.isDirty.value).toBe(true);
    await form.model.save();
    const [change] = form.server.sent(changeRoute);
    expect(change?.body).toEqual({ name: 'Dripping tap', 'new_ContactId@odata.bind': null });
    expect(change?.headers['If-Match']).toBe('*');
  });

  it('shows the row as it is then', async () => {
    const form = await openForm();
    enter(form, 'name', 'dripping tap');
    form.server.answer(readRoute, { body: { ...storedTicket, name: 'Dripping tap', seats: 5 } });
    await form.model.save();
    expect(form.model.title.value).toBe('Dripping tap');
    expect(form.model.attributes.get('seats')?.value.value).toBe(5);
    expect(form.model.isDirty.value).toBe(false);
    expect(form.moves.replaced).toEqual([]);
  });

  it.each([
    ['always', 'level', { level: 20 }],
    ['never', 'name', {}],
  ] as const)('follows the submit mode %s', async (mode, column, extra) => {
    const form = await openForm();
    const attribute = form.model.attributes.get(column);
    if (attribute) attribute.submitMode.value = mode;
    enter(form, 'name', 'Dripping tap');
    enter(form, 'notes', 'Third floor');
    await form.model.save();
    const expected =
      mode === 'always' ? { name: 'Dripping tap', notes: 'Third floor' } : { notes: 'Third floor' };
    expect(form.server.sent(changeRoute)[0]?.body).toEqual({ ...expected, ...extra });
  });

  it('sends nothing when nothing changed', async () => {
    const form = await openForm();
    await form.model.save();
    expect(form.server.sent(changeRoute)).toEqual([]);
  });

  it('is one save when it is asked for twice', async () => {
    const form = await openForm();
    enter(form, 'name', 'Dripping tap');
    const first = form.model.save();
    expect(form.model.isSaving.value).toBe(true);
    await Promise.all([first, form.model.save()]);
    expect(form.server.sent(changeRoute)).toHaveLength(1);
    expect(form.model.isSaving.value).toBe(false);
  });

  it('changes the state with its status reason', async () => {
    const form = await openForm();
    form.model.attributes.get('statecode')?.set(1);
    form.model.attributes.get('statuscode')?.set(2);
    form.server.answer(readRoute, { body: { ...storedTicket, statecode: 1, statuscode: 2 } });
    await form.model.save({ mode: 5 });
    expect(form.server.sent(changeRoute)[0]?.body).toEqual({ statecode: 1, statuscode: 2 });
    expect(form.model.formType.value).toBe(4);
    expect(form.model.controls.get('header_statuscode')?.options?.value).toMatchObject([{ value: 2 }]);
  });

  it('tells what the server refused, and stays dirty', async () => {
    const form = await openForm({
      routes: { [changeRoute]: refusal(404, '0x80040217', 'Ticket does not exist.') },
    });
    enter(form, 'name', 'Dripping tap');
    expect(await saveError(form)).toMatchObject({ reason: 'refused', errorCode: 0x80040217 });
    expect(form.errors()).toEqual(['Ticket does not exist.']);
    expect(form.model.isDirty.value).toBe(true);
    expect(form.model.isSaving.value).toBe(false);
  });
});

describe('Saving a new row', () => {
  it('sends what it holds, binds its lookups, and leaves to the server what the server gives by itself', async () => {
    const contact = [{ id: someContact, name: 'Ann', table: 'contact' }];
    const form = await openForm({ id: 'new', values: { contactid: contact } });
    enter(form, 'name', 'Tap');
    enter(form, 'secret', 'hidden');
    await form.model.save();
    expect(form.server.sent('POST tickets')[0]?.body).toEqual({
      name: 'Tap',
      secret: 'hidden',
      level: 10,
      urgent: false,
      'new_ContactId@odata.bind': `/contacts(${someContact})`,
    });
  });

  it('sends a default that was emptied, but no lookup that was', async () => {
    const contact = [{ id: someContact, name: 'Ann', table: 'contact' }];
    const form = await openForm({
      id: 'new',
      table: ticketTable({ cells: [aFieldCell('level')] }),
      values: { contactid: contact },
    });
    enter(form, 'level', null);
    enter(form, 'contactid', null);
    await form.model.save();
    expect(form.server.sent('POST tickets')[0]?.body).toEqual({ level: null });
  });

  it('sends the owner and the status reason that were chosen', async () => {
    const team = [{ id: guid(9), name: 'Team', table: 'team' }];
    const form = await openForm({ id: 'new', table: ticketTable({ cells: [] }) });
    enter(form, 'ownerid', team);
    await form.model.save();
    expect(form.server.sent('POST tickets')[0]?.body).toEqual({
      'ownerid@odata.bind': `/teams(${guid(9)})`,
    });
  });

  it('gives the form its id, and the page its address', async () => {
    const form = await openForm({ id: 'new', table: ticketTable({ cells: [] }) });
    await form.model.save();
    expect(form.model.id.value).toBe(ticketRow);
    expect(form.model.formType.value).toBe(2);
    expect(form.moves.replaced).toMatchObject([{ pageType: 'entityrecord', table: 'ticket', id: ticketRow }]);
  });

  it('in a dialog leaves the address bar alone, and closes with the row', async () => {
    const closed: unknown[] = [];
    const dialog = { close: (row: unknown) => closed.push(row) };
    const form = await openForm({ id: 'new', table: ticketTable({ cells: [] }), dialog });
    await form.model.save();
    await form.model.close();
    expect(form.moves).toMatchObject({ replaced: [], back: 0 });
    expect(closed).toEqual([{ id: ticketRow, name: 'Leaking tap', table: 'ticket' }]);
  });

  it('does not make the row a second time when it could not be read afterwards', async () => {
    const form = await openForm({
      id: 'new',
      table: ticketTable({ cells: [aFieldCell('notes')] }),
      routes: { [readRoute]: refusal(403, '0x80040220', 'No read privilege.') },
    });
    await form.model.save();
    expect(form.errors()).toEqual(['No read privilege.']);
    form.server.answer(readRoute, { body: storedTicket });
    enter(form, 'notes', 'Again');
    await form.model.save();
    expect(form.server.sent('POST tickets')).toHaveLength(1);
  });
});

describe('What stops a save', () => {
  it('is shown at its field, and named once for the form', async () => {
    const form = await openForm();
    const control = form.model.controls.get('name');
    form.model.attributes.get('name')?.set(null);
    expect(control?.notifications.value).toEqual([]);
    expect(await saveError(form)).toMatchObject({ reason: 'invalid' });
    expect(control?.notifications.value).toMatchObject([
      { message: 'name: Required fields must be filled in.', level: 'ERROR' },
    ]);
    expect(form.model.notifications.value).toMatchObject([
      { level: 'ERROR', message: 'To save, correct these fields first: name' },
    ]);
    expect(control?.focusRequests.value).toBe(1);
    expect(form.server.sent(changeRoute)).toEqual([]);
  });

  it('goes when it is corrected', async () => {
    const form = await openForm();
    enter(form, 'name', null);
    await saveError(form);
    enter(form, 'name', 'Dripping tap');
    expect(form.model.controls.get('name')?.notifications.value).toEqual([]);
    await form.model.save();
    expect(form.model.notifications.value).toEqual([]);
  });

  it('may be an error that a script put on a control', async () => {
    const form = await openForm();
    const control = form.model.controls.get('due');
    control?.setNotification('Too late.', 'late');
    expect(await saveError(form)).toMatchObject({ reason: 'invalid' });
    control?.clearNotification('late');
    await form.model.save();
  });

  it('is never a recommendation', async () => {
    const form = await openForm();
    form.model.controls.get('due')?.setNotification('Earlier is better.', 'early', 'RECOMMENDATION');
    await expect(form.model.save()).resolves.toBeUndefined();
  });

  it('is no empty field that the user cannot fill in', async () => {
    const cells = [aFieldCell('name', { control: { disabled: true } })];
    const form = await openForm({
      table: ticketTable({ cells }),
      routes: { [readRoute]: { body: { ...storedTicket, name: null } } },
    });
    await expect(form.model.save()).resolves.toBeUndefined();
  });
});

describe('A form that the user has left', () => {
  it('saves nothing', async () => {
    const form = await openForm();
    enter(form, 'name', 'Dripping tap');
    form.leave();
    expect(await saveError(form)).toMatchObject({ reason: 'over' });
    expect(form.server.sent(changeRoute)).toEqual([]);
  });
});

describe('A secured column', () => {
  it('that may not be read is sent when something was entered, and need not be', async () => {
    const form = await openForm();
    enter(form, 'name', 'Dripping tap');
    await form.model.save();
    enter(form, 'secret', 'new secret');
    await form.model.save();
    expect(form.server.sent(changeRoute).map(({ body }) => body)).toEqual([
      { name: 'Dripping tap' },
      { secret: 'new secret' },
    ]);
  });

  it('that may not be read is never emptied by a save that sends it always', async () => {
    const form = await openForm();
    const secret = form.model.attributes.get('secret');
    if (secret) secret.submitMode.value = 'always';
    enter(form, 'name', 'Dripping tap');
    await form.model.save();
    expect(form.server.sent(changeRoute)[0]?.body).toEqual({ name: 'Dripping tap' });
  });

  it('that may not be changed is sent when a script changed it, so that the server says no', async () => {
    const form = await openForm();
    expect(form.model.controls.get('sealed')?.isEditable.value).toBe(false);
    form.model.attributes.get('sealed')?.set('open');
    form.model.attributes.get('createdon')?.set(new Date(0));
    await form.model.save();
    expect(form.server.sent(changeRoute)[0]?.body).toEqual({ sealed: 'open' });
  });
});

describe('OnSave handlers', () => {
  it('are told the save mode, and may set values that are saved then', async () => {
    const form = await openForm();
    const modes: number[] = [];
    form.formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => {
      modes.push(context.getEventArgs().getSaveMode());
      context.getFormContext().getAttribute('notes')?.setValue('Set on save');
    });
    await form.formContext.data.save({ saveMode: 2 });
    expect(modes).toEqual([2]);
    expect(form.server.sent(changeRoute)[0]?.body).toEqual({ notes: 'Set on save' });
  });

  it('may prevent it; those after them still run', async () => {
    const form = await openForm();
    const seen: boolean[] = [];
    enter(form, 'name', 'Dripping tap');
    form.formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) =>
      context.getEventArgs().preventDefault(),
    );
    form.formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => {
      seen.push(context.getEventArgs().isDefaultPrevented());
    });
    expect(await saveError(form)).toMatchObject({ reason: 'prevented' });
    expect(seen).toEqual([true]);
    expect(form.server.sent(changeRoute)).toEqual([]);
    expect(form.errors()).toEqual([]);
  });

  it.each([
    ['stops the save when a handler said so', true, 0],
    ['does not stop the save otherwise', false, 1],
  ])('an error in one %s', async (_, preventOnError, changes) => {
    const form = await openForm();
    enter(form, 'name', 'Dripping tap');
    form.formContext.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => {
      if (preventOnError) context.getEventArgs().preventDefaultOnError();
      throw new Error('Broken.');
    });
    await saveError(form);
    expect(form.errors()).toHaveLength(1);
    expect(form.server.sent(changeRoute)).toHaveLength(changes);
  });

  it('are followed by those of the data and of OnPostSave', async () => {
    const form = await openForm();
    const order: unknown[] = [];
    form.formContext.data.addOnLoad((context) => {
      order.push(context.getEventArgs().getDataLoadState());
    });
    form.formContext.data.entity.addOnPostSave((context) => {
      const args = context.getEventArgs();
      order.push([args.getIsSaveSuccess(), args.getEntityReference().id]);
    });
    enter(form, 'name', 'Dripping tap');
    await form.model.save();
    expect(order).toEqual([2, [true, bracedId(ticketRow)]]);
  });

  it('of OnPostSave hear why the server refused', async () => {
    const form = await openForm({ routes: { [changeRoute]: refusal(400, '0x80040203', 'Not so.') } });
    const heard: unknown[] = [];
    form.formContext.data.entity.addOnPostSave((context) => {
      heard.push(context.getEventArgs().getIsSaveSuccess(), context.getEventArgs().getSaveErrorInfo());
    });
    enter(form, 'name', 'Dripping tap');
    await saveError(form);
    expect(heard).toEqual([false, { errorCode: 0x80040203, message: 'Not so.' }]);
  });
});
