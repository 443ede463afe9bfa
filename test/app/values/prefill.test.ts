import { describe, expect, it } from '@jest/globals';
import { readPrefill } from '../../../sandbox/app/client/values/prefill.js';
import { aForm, guid } from '../definition.js';
import { someContact, ticketTable } from '../form/ticketTable.js';

const table = ticketTable();
const read = (parameters: Readonly<Record<string, unknown>>) =>
  readPrefill(table, aForm('ticket'), parameters);
const braced = `{${someContact.toUpperCase()}}`;
const ann = { id: someContact, name: 'Ann', table: 'contact' };

describe('What a form is prefilled with', () => {
  it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
    ['a text', { name: 'Tap' }, { name: 'Tap' }],
    ['a choice', { level: 20 }, { level: 20 }],
    ['a choice as text', { level: '20' }, { level: 20 }],
    ['several options', { days: [10, 20] }, { days: [10, 20] }],
    ['several options as text', { days: '[10,20]' }, { days: [10, 20] }],
    ['yes as text', { urgent: 'true' }, { urgent: true }],
    ['no as a number', { urgent: 0 }, { urgent: false }],
    ['a whole number', { seats: '4' }, { seats: 4 }],
    ['a decimal number', { rate: 2.5 }, { rate: 2.5 }],
    ['a date', { due: '2026-03-01' }, { due: new Date(2026, 2, 1) }],
    ['a moment', { starts: '2026-03-01T09:30:00Z' }, { starts: new Date('2026-03-01T09:30:00Z') }],
    ['a lookup with its name', { contactid: braced, contactidname: 'Ann' }, { contactid: [ann] }],
    ['a lookup without a name', { contactid: someContact }, { contactid: [{ ...ann, name: '' }] }],
    [
      'a lookup to one of several tables',
      { customerid: someContact, customeridname: 'Ann', customeridtype: 'contact' },
      { customerid: [ann] },
    ],
    [
      'a lookup as a list',
      { customerid: [{ id: braced, name: 'Ann', entityType: 'contact' }] },
      { customerid: [ann] },
    ],
  ])('takes %s', (_, parameters, values) => {
    expect(read(parameters)).toEqual(values);
  });

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['an unknown column', 'colour', { colour: 'red' }],
    ['a name without its lookup', 'contactidname', { contactidname: 'Ann' }],
    ['a text that is too long', 'notes', { notes: 'x'.repeat(21) }],
    ['a number for a text', 'name', { name: 5 }],
    ['an option that does not exist', 'level', { level: 30 }],
    ['one option of several that does not exist', 'days', { days: [10, 30] }],
    ['neither yes nor no', 'urgent', { urgent: 'perhaps' }],
    ['a number out of range', 'seats', { seats: 10 }],
    ['a fraction for a whole number', 'seats', { seats: 1.5 }],
    ['no date', 'due', { due: 'soon' }],
    ['no id', 'contactid', { contactid: 'Ann' }],
    ['a row of another table', 'contactid', { contactid: guid(1), contactidtype: 'account' }],
    ['a lookup that does not say which table', 'customerid', { customerid: someContact }],
    [
      'two rows',
      'contactid',
      {
        contactid: [
          { id: guid(1), entityType: 'contact' },
          { id: guid(2), entityType: 'contact' },
        ],
      },
    ],
    ['what it regards', 'regardingobjectid', { regardingobjectid: someContact }],
    ['parties', 'customers', { customers: [{ id: someContact, entityType: 'contact' }] }],
    ['the key', 'ticketid', { ticketid: guid(1) }],
    ['a column that only the server writes', 'createdon', { createdon: '2026-03-01' }],
  ])('refuses %s, and names the parameter', (_, parameter, parameters) => {
    expect(() => read(parameters)).toThrow(new RegExp(`"Information" of ticket .* parameter ${parameter}:`));
  });
});
