import { describe, expect, it } from '@jest/globals';
import type { FormTab } from '../../../sandbox/app/definition/form/formDefinition.js';
import { bracedId } from '../../../sandbox/app/client/host/guid.js';
import { createFormContext } from '../../../sandbox/app/client/xrm/form/createFormContext.js';
import { guid } from '../definition.js';
import { changeRoute, openForm, readRoute, type OpenForm } from './openForm.js';
import { refusal } from './scriptedApi.js';
import { storedTicket, ticketRow, ticketTable } from './ticketTable.js';

const name = (form: OpenForm) => form.formContext.getAttribute('name');

describe('A form context', () => {
  it('says which row it shows', async () => {
    const { entity } = (await openForm()).formContext.data;
    const reference = { id: bracedId(ticketRow), name: 'Leaking tap', entityType: 'ticket' };
    expect(entity.getId()).toBe(bracedId(ticketRow));
    expect(entity.getEntityName()).toBe('ticket');
    expect(entity.getEntityReference()).toEqual(reference);
    expect(entity.getPrimaryAttributeValue()).toBe('Leaking tap');
  });

  it('has no id for a new row', async () => {
    const { formContext } = await openForm({ id: 'new' });
    expect(formContext.data.entity.getId()).toBe('');
    expect(formContext.ui.getFormType()).toBe(1);
  });

  it('is the same object in every event', async () => {
    const form = await openForm();
    expect(createFormContext(form.host, form.model)).toBe(form.formContext);
    expect(name(form)).toBe(form.formContext.data.entity.attributes.get('name'));
  });

  it('finds attributes and controls by name, index and function', async () => {
    const { formContext, model } = await openForm();
    expect(formContext.getAttribute('nothing')).toBeNull();
    expect(formContext.getAttribute().length).toBe(model.attributes.size);
    expect(formContext.getAttribute((each) => each.getAttributeType() === 'memo')).toHaveLength(1);
    expect(formContext.getControl(0)?.getName()).toBe('name');
    expect(formContext.getControl('nothing')).toBeNull();
    expect(formContext.ui.controls.getLength()).toBe(model.controls.size);
  });

  it('shows notifications, newest first', async () => {
    const { formContext, model } = await openForm();
    const { ui } = formContext;
    expect(ui.setFormNotification('One', 'INFO', 'one')).toBe(true);
    expect(ui.setFormNotification('Two', 'ERROR', 'two')).toBe(true);
    expect(ui.setFormNotification('Once more', 'WARNING', 'one')).toBe(true);
    expect(ui.setFormNotification('Three', 'LOUD' as never, 'three')).toBe(false);
    expect(model.notifications.value).toEqual([
      { id: 'one', level: 'WARNING', message: 'Once more' },
      { id: 'two', level: 'ERROR', message: 'Two' },
    ]);
    expect([ui.clearFormNotification('two'), ui.clearFormNotification('two')]).toEqual([true, false]);
  });

  it('asks the command bars to look again', async () => {
    const { formContext, model } = await openForm();
    formContext.ui.refreshRibbon();
    expect(model.ribbonRefreshes.value).toBe(1);
  });

  it('names its form', async () => {
    const { formContext } = await openForm();
    const { formSelector } = formContext.ui;
    expect(formSelector.getCurrentItem().getLabel()).toBe('Information');
    expect(formSelector.items.get(guid(0xe0))?.getId()).toBe(guid(0xe0));
  });

  it('saves, and rejects with code and message when it cannot', async () => {
    const form = await openForm({ routes: { [changeRoute]: refusal(403, '0x80040220', 'No.') } });
    name(form)?.setValue('Dripping tap');
    const error = await form.formContext.data.save().then(undefined, (reason: unknown) => reason);
    expect(error).toEqual({ errorCode: 0x80040220, message: 'No.' });
    form.server.answer(changeRoute, { status: 204 });
    expect(await form.formContext.data.save()).toBeUndefined();
  });

  it('does not know the save modes of other kinds of rows', async () => {
    const { formContext } = await openForm();
    const error = await formContext.data.save({ saveMode: 16 }).then(undefined, (reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'not emulated: save mode 16' });
  });

  it('refreshes: without saving, what was entered is gone', async () => {
    const form = await openForm();
    name(form)?.setValue('Dripping tap');
    form.server.answer(readRoute, { body: { ...storedTicket, seats: 4 } });
    await form.formContext.data.refresh(false);
    expect([name(form)?.getValue(), form.formContext.getAttribute('seats')?.getValue()]).toEqual([
      'Leaking tap',
      4,
    ]);
    name(form)?.setValue('Dripping tap');
    await form.formContext.data.refresh(true);
    expect(form.server.sent(changeRoute)[0]?.body).toEqual({ name: 'Dripping tap' });
  });

  it('rejects a refresh of a row that is gone', async () => {
    const form = await openForm();
    form.server.answer(readRoute, refusal(404, '0x80040217', 'Ticket does not exist.'));
    const error = await form.formContext.data.refresh(false).then(undefined, (reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'Ticket does not exist.' });
  });

  it.each([
    ['saveandclose', { back: 1 }],
    ['saveandnew', { opened: [{ pageType: 'entityrecord', table: 'ticket', formId: guid(0xe0) }] }],
  ] as const)('does %s', async (mode, moves) => {
    const form = await openForm();
    form.formContext.data.entity.save(mode);
    await until(() => form.moves.back + form.moves.opened.length > 0);
    expect(form.moves).toMatchObject(moves);
  });

  it('fails closed', async () => {
    const { formContext } = await openForm();
    const { ui, data } = formContext;
    expect(() => ui.getViewPortHeight()).toThrow('not emulated: formContext.ui.getViewPortHeight');
    expect(() => data.process.getActiveProcess()).toThrow('not emulated: formContext.data.process');
    expect(() => data.entity.getDataXml()).toThrow('not emulated');
    expect(ui.quickForms.getLength()).toBe(0);
  });
});

describe('Tabs and sections for scripts', () => {
  const table = ticketTable();
  const first = table.forms[0]?.tabs[0] as FormTab;
  const second: FormTab = { ...first, id: guid(2), name: 'second', label: 'Second', columns: [] };
  const open = () => openForm({ table, form: { tabs: [first, second] } });

  it('are found, renamed and hidden', async () => {
    const { formContext, model } = await open();
    const tab = formContext.ui.tabs.get('general') as Xrm.Controls.Tab;
    const section = tab.sections.get('details') as Xrm.Controls.Section;
    tab.setLabel('Main');
    section.setLabel('Facts');
    section.setVisible(false);
    expect([tab.getLabel(), section.getLabel(), section.getVisible()]).toEqual(['Main', 'Facts', false]);
    expect(model.tabs[0]?.columns[0]?.sections[0]?.visible.value).toBe(false);
    expect(tab.getParent()).toBe(formContext.ui);
  });

  it('show the tab that gets the focus', async () => {
    const { formContext, model } = await open();
    const tab = formContext.ui.tabs.get('second') as Xrm.Controls.Tab;
    expect(tab.getDisplayState()).toBe('collapsed');
    tab.setFocus();
    expect([tab.getDisplayState(), model.selectedTab.value]).toEqual(['expanded', 'second']);
  });

  it('show another tab when the one that is shown is hidden', async () => {
    const { formContext, model } = await open();
    (formContext.ui.tabs.get('general') as Xrm.Controls.Tab).setVisible(false);
    expect(model.selectedTab.value).toBe('second');
  });
});

describe('A context whose visit is over', () => {
  it('gives null, finds nothing and changes nothing', async () => {
    const form = await openForm();
    const { formContext } = form;
    const kept = {
      attribute: name(form),
      control: formContext.getControl('name'),
      tab: formContext.ui.tabs.get(0),
    };
    form.leave();
    expect([
      kept.attribute?.getValue(),
      kept.control?.getName(),
      kept.tab?.getLabel(),
      formContext.data.entity.getId(),
      formContext.ui.getFormType(),
      formContext.getAttribute('name'),
    ]).toEqual([null, null, null, null, null, null]);
    kept.attribute?.setValue('Too late');
    expect(form.model.isDirty.value).toBe(false);
    expect(formContext.data.entity.attributes.getLength()).toBe(0);
  });

  it('rejects a save and a refresh', async () => {
    const form = await openForm();
    name(form)?.setValue('Dripping tap');
    form.leave();
    const gone = { errorCode: 0, message: 'This form is no longer open.' };
    const { data } = form.formContext;
    expect(await data.save().then(undefined, (reason: unknown) => reason)).toEqual(gone);
    expect(await data.refresh(true).then(undefined, (reason: unknown) => reason)).toEqual(gone);
    expect(form.server.sent(changeRoute)).toEqual([]);
  });

  it('does not take the page’s address when its new row is saved meanwhile', async () => {
    const form = await openForm({ id: 'new', table: ticketTable({ cells: [] }) });
    const saving = form.model.save();
    form.leave();
    await saving;
    expect(form.server.sent('POST tickets')).toHaveLength(1);
    expect(form.moves.replaced).toEqual([]);
  });
});

/** Lets what is under way go on until something is so; gives up after many turns. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isSo(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
