import { describe, expect, it } from '@jest/globals';
import { bracedId } from '../../../sandbox/app/client/host/guid.js';
import { aFieldCell, guid } from '../definition.js';
import { openForm, type OpenForm } from './openForm.js';
import { ticketTable } from './ticketTable.js';

function control<T extends Xrm.Controls.Control = Xrm.Controls.StandardControl>(
  { formContext }: OpenForm,
  name: string,
): T {
  const found = formContext.getControl<T>(name);
  if (found === null) throw new Error(`There is no control ${name}.`);
  return found;
}

describe('A control for scripts', () => {
  it('is shown, hidden, locked and renamed', async () => {
    const form = await openForm();
    const notes = control(form, 'notes');
    notes.setVisible(false);
    notes.setDisabled(true);
    notes.setLabel('Remarks');
    expect([notes.getVisible(), notes.getDisabled(), notes.getLabel()]).toEqual([false, true, 'Remarks']);
    const model = form.model.controls.get('notes');
    expect([model?.visible.value, model?.isEditable.value, model?.label.value]).toEqual([
      false,
      false,
      'Remarks',
    ]);
  });

  it.each([
    ['name', 'standard'],
    ['urgent', 'standard'],
    ['level', 'optionset'],
    ['header_statuscode', 'optionset'],
    ['days', 'multiselectoptionset'],
    ['contactid', 'lookup'],
  ])('%s is of type %s', async (name, type) => {
    expect(control(await openForm(), name).getControlType()).toBe(type);
  });

  it('stands in a section of a tab, and leads to its attribute', async () => {
    const form = await openForm();
    const section = control(form, 'name').getParent();
    expect([section.getName(), section.getParent().getName()]).toEqual(['details', 'general']);
    expect(section.controls.get('name')).toBe(control(form, 'name'));
    expect(control(form, 'name').getAttribute()).toBe(form.formContext.getAttribute('name'));
    expect(control(form, 'header_statuscode').getParent()).toBeNull();
  });

  it('is numbered when its column stands on the form more than once', async () => {
    const cells = [aFieldCell('name'), aFieldCell('name'), aFieldCell('name')];
    const form = await openForm({ table: ticketTable({ cells }) });
    const names = form.formContext.getAttribute('name')?.controls.get();
    expect(names?.map((each) => each.getName())).toEqual(['name', 'name1', 'name2']);
  });

  it('shows messages until they are cleared: the newest when no id is given', async () => {
    const form = await openForm();
    const notes = control(form, 'notes');
    const messages = () => form.model.controls.get('notes')?.notifications.value.map(({ id }) => id);
    notes.setNotification('One', 'one');
    notes.addNotification({ messages: ['Two'], uniqueId: 'two', notificationLevel: 'RECOMMENDATION' });
    expect(messages()).toEqual(['two', 'one']);
    expect(notes.clearNotification()).toBe(true);
    expect(messages()).toEqual(['one']);
    expect(notes.clearNotification('three')).toBe(false);
  });

  it('refuses notifications with actions, which are not drawn', async () => {
    const notes = control(await openForm(), 'notes');
    const actions = [{ message: 'Fix', actions: [() => undefined] }];
    expect(() => notes.addNotification({ messages: ['A'], uniqueId: 'a', actions })).toThrow('not emulated');
  });

  it('gets the focus, on its own tab', async () => {
    const form = await openForm();
    control(form, 'notes').setFocus();
    expect(form.model.controls.get('notes')?.focusRequests.value).toBe(1);
    expect(form.model.selectedTab.value).toBe('general');
  });

  it('of a choice offers fewer options, and more again, of those the column has', async () => {
    const form = await openForm();
    const level = control<Xrm.Controls.OptionSetControl>(form, 'level');
    level.removeOption(10);
    expect(level.getOptions()).toEqual([{ text: 'High', value: 20 }]);
    level.addOption({ text: 'Lower', value: 10 }, 0);
    level.addOption({ text: 'Lower', value: 10 });
    expect(level.getOptions().map(({ text }) => text)).toEqual(['Lower', 'High']);
    expect(() => level.addOption({ text: 'None', value: 30 })).toThrow('no option 30');
    level.clearOptions();
    expect(level.getOptions()).toEqual([]);
  });
});

describe('A lookup for scripts', () => {
  const filter = '<filter><condition attribute="statecode" operator="eq" value="0"/></filter>';

  it('asks its PreSearch handlers for filters at each search', async () => {
    const form = await openForm();
    const customer = control<Xrm.Controls.LookupControl>(form, 'customerid');
    const sources: unknown[] = [];
    const handler = (context: Xrm.Events.EventContext) => {
      sources.push(context.getEventSource());
      customer.addCustomFilter(filter);
      customer.addCustomFilter('<filter/>', 'account');
    };
    customer.addPreSearch(handler);
    const lookup = form.model.controls.get('customerid')?.lookup;
    const filters = [
      { table: 'account', filterXml: filter },
      { table: 'contact', filterXml: filter },
      { table: 'account', filterXml: '<filter/>' },
    ];
    expect(await lookup?.search('a')).toMatchObject({ tables: ['account', 'contact'], filters });
    expect((await lookup?.search('ab'))?.filters).toEqual(filters);
    expect(sources).toEqual([customer, customer]);
    customer.removePreSearch(handler);
    expect((await lookup?.search('abc'))?.filters).toEqual([]);
  });

  it('offers rows of fewer tables', async () => {
    const form = await openForm();
    const customer = control<Xrm.Controls.LookupControl>(form, 'customerid');
    customer.setEntityTypes(['contact']);
    expect(customer.getEntityTypes()).toEqual(['contact']);
    const found = await form.model.controls.get('customerid')?.lookup?.search('');
    expect(found?.tables).toEqual(['contact']);
  });

  it('opens with another view, of the table or of its own', async () => {
    const form = await openForm();
    const contact = control<Xrm.Controls.LookupControl>(form, 'contactid');
    const search = () => form.model.controls.get('contactid')?.lookup?.search('');
    expect(contact.getDefaultView()).toBe(bracedId(guid(0xf0)));
    expect(await search()).not.toHaveProperty('viewId');
    contact.setDefaultView(bracedId(guid(0xf1)));
    expect(await search()).toMatchObject({ viewId: guid(0xf1) });
    contact.addCustomView(
      bracedId(guid(0xf2)),
      'contact',
      'Mine',
      '<fetch><entity name="contact"/></fetch>',
      '<grid><row id="contactid"><cell name="emailaddress1" width="200"/><cell name="a.b"/></row></grid>',
      true,
    );
    expect(await search()).toMatchObject({
      viewId: guid(0xf2),
      customViews: [
        {
          id: guid(0xf2),
          name: 'Mine',
          columns: [
            { name: 'emailaddress1', label: 'emailaddress1', width: 200 },
            { name: 'a.b', label: 'a.b', width: 100 },
          ],
        },
      ],
    });
  });
});
