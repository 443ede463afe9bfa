import { describe, expect, it } from '@jest/globals';
import { bracedId } from '../../../sandbox/app/client/host/guid.js';
import { openForm } from './openForm.js';
import { someContact, ticketTable } from './ticketTable.js';

const opened = await openForm();
const attribute = <T extends Xrm.Attributes.Attribute>(name: string): T => {
  const found = opened.formContext.getAttribute<T>(name);
  if (found === null) throw new Error(`There is no ${name}.`);
  return found;
};

describe('An attribute for scripts', () => {
  it.each([
    ['name', 'string', 'text'],
    ['email', 'string', 'email'],
    ['notes', 'memo', 'textarea'],
    ['seats', 'integer', 'none'],
    ['rate', 'decimal', null],
    ['urgent', 'boolean', null],
    ['level', 'optionset', null],
    ['statuscode', 'optionset', null],
    ['days', 'multiselectoptionset', null],
    ['due', 'datetime', 'date'],
    ['starts', 'datetime', 'datetime'],
    ['contactid', 'lookup', null],
    ['ownerid', 'lookup', null],
  ])('%s is of type %s, format %s', (name, type, format) => {
    expect(attribute(name).getAttributeType()).toBe(type);
    expect(attribute(name).getFormat()).toBe(format);
    expect(attribute(name).getName()).toBe(name);
  });

  it('gives rows with ids in braces and upper case', () => {
    expect(attribute('contactid').getValue()).toEqual([
      { id: bracedId(someContact), name: 'Ann Archer', entityType: 'contact' },
    ]);
  });

  it.each([bracedId(someContact), someContact, someContact.toUpperCase()])('takes the id %s', async (id) => {
    const { formContext, model } = await openForm({ id: 'new' });
    formContext.getAttribute('customerid')?.setValue([{ id, name: 'Ann', entityType: 'contact' }]);
    expect(model.attributes.get('customerid')?.value.value).toEqual([
      { id: someContact, name: 'Ann', table: 'contact' },
    ]);
  });

  it.each<[string, unknown]>([
    ['name', 5],
    ['seats', '3'],
    ['urgent', 'true'],
    ['level', 30],
    ['days', [10, 30]],
    ['days', 10],
    ['due', '2026-03-01'],
    ['due', new Date(Number.NaN)],
    ['contactid', someContact],
    ['contactid', [{ id: 'Ann', entityType: 'contact' }]],
    ['contactid', [{ id: someContact, entityType: 'team' }]],
  ])('%s does not take %p', (name, value) => {
    const before = attribute(name).getValue();
    expect(() => attribute(name).setValue(value as never)).toThrow(`not valid for the column ${name}`);
    expect(attribute(name).getValue()).toEqual(before);
  });

  it('gives a date that the script may change without changing the form', () => {
    (attribute<Xrm.Attributes.DateAttribute>('due').getValue() as Date).setFullYear(1999);
    expect(attribute<Xrm.Attributes.DateAttribute>('due').getValue()?.getFullYear()).toBe(2026);
  });

  it('says what options there are and which are selected', () => {
    const level = attribute<Xrm.Attributes.OptionSetAttribute>('level');
    expect(level.getOptions()).toEqual([
      { text: 'Low', value: 10 },
      { text: 'High', value: 20 },
    ]);
    expect(level.getSelectedOption()).toEqual({ text: 'High', value: 20 });
    expect(level.getText()).toBe('High');
    expect(level.getOption(10)).toEqual({ text: 'Low', value: 10 });
    expect(level.getOption('Low')).toEqual({ text: 'Low', value: 10 });
    const days = attribute<Xrm.Attributes.MultiSelectOptionSetAttribute>('days');
    expect(days.getText()).toEqual(['Low', 'High']);
    expect(days.getSelectedOption()).toHaveLength(2);
  });

  it('says what its column takes', () => {
    expect(attribute<Xrm.Attributes.StringAttribute>('notes').getMaxLength()).toBe(20);
    const rate = attribute<Xrm.Attributes.NumberAttribute>('rate');
    expect([rate.getMin(), rate.getMax(), rate.getPrecision()]).toEqual([0, 100, 2]);
    expect(attribute<Xrm.Attributes.LookupAttribute>('contactid').getIsPartyList()).toBe(false);
    expect(attribute('secret').getUserPrivilege()).toEqual({
      canRead: false,
      canCreate: true,
      canUpdate: true,
    });
  });

  it('leads to its controls and to the row', () => {
    const status = attribute('statuscode');
    expect(status.controls.get(0)?.getName()).toBe('header_statuscode');
    expect(status.controls.getLength()).toBe(1);
    expect(status.getParent()).toBe(opened.formContext.data.entity);
  });

  it('knows whether and since when it changed', async () => {
    const { formContext } = await openForm();
    const level = formContext.getAttribute<Xrm.Attributes.OptionSetAttribute>('level');
    level?.setValue(10);
    expect([level?.getIsDirty(), level?.getInitialValue()]).toEqual([true, 20]);
    level?.setValue(20);
    expect(level?.getIsDirty()).toBe(false);
  });

  it('can be called required, and invalid', async () => {
    const { formContext } = await openForm();
    const notes = formContext.getAttribute('notes');
    notes?.setValue(null);
    notes?.setRequiredLevel('required');
    expect([notes?.getRequiredLevel(), formContext.data.isValid()]).toEqual(['required', false]);
    notes?.setRequiredLevel('none');
    expect(formContext.data.isValid()).toBe(true);
    notes?.setIsValid(false, 'Not like this.');
    expect(formContext.data.isValid()).toBe(false);
    expect(() => notes?.setRequiredLevel('very' as never)).toThrow('very is none of');
  });

  it('runs OnChange for what the user enters, and for what a script fires', async () => {
    const heard: unknown[] = [];
    const { formContext, model } = await openForm({
      form: {
        events: [
          {
            event: 'onchange',
            column: 'name',
            library: '',
            functionName: 'App.changed',
            enabled: true,
            passExecutionContext: true,
            parameters: [],
          },
        ],
      },
      scripts: {
        App: {
          changed: (context: Xrm.Events.EventContext) => {
            context.setSharedVariable('by', 'App');
            heard.push(['declared', context.getDepth()]);
          },
        },
      },
    });
    const name = formContext.getAttribute('name');
    const added = (context: Xrm.Events.EventContext) => {
      const source = context.getEventSource();
      heard.push([context.getSharedVariable('by'), context.getDepth(), source === name]);
    };
    name?.addOnChange(added);
    name?.setValue('By a script');
    expect(heard).toEqual([]);
    model.attributes.get('name')?.enter('By the user');
    expect(heard).toEqual([
      ['declared', 0],
      ['App', 1, true],
    ]);
    model.attributes.get('name')?.enter('By the user');
    expect(heard).toHaveLength(2);
    name?.removeOnChange(added);
    name?.fireOnChange();
    expect(heard).toHaveLength(3);
  });

  it('shows parties, and refuses to change them', async () => {
    const table = ticketTable();
    const form = table.forms[0];
    const customers = {
      ...form?.header[0],
      control: { column: 'customers', kind: 'field', id: 'customers' },
    };
    const { formContext } = await openForm({ table, form: { header: [customers as never] } });
    const parties = formContext.getAttribute<Xrm.Attributes.LookupAttribute>('customers');
    expect(parties?.getIsPartyList()).toBe(true);
    expect(() => parties?.setValue([{ id: someContact, entityType: 'contact' }])).toThrow('not emulated');
  });
});
