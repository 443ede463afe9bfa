import { describe, expect, it } from '@jest/globals';
import { readValue, queryFor } from '../../../sandbox/app/client/values/readValue.js';
import { sameValue } from '../../../sandbox/app/client/values/sameValue.js';
import { writeValue } from '../../../sandbox/app/client/values/writeValue.js';
import type { AttributeValue } from '../../../sandbox/app/client/values/attributeValue.js';
import type { ColumnDefinition } from '../../../sandbox/app/definition/table/tableDefinition.js';
import { guid } from '../definition.js';
import { someContact, storedTicket, ticketApp, ticketTable } from './ticketTable.js';

const table = ticketTable();
const { tables } = ticketApp(table);
const column = (name: string) => table.columns[name] as ColumnDefinition;
const ann = { id: someContact, name: 'Ann Archer', table: 'contact' };

describe('A value between the Web API and a form', () => {
  it.each<[string, AttributeValue, Readonly<Record<string, unknown>>]>([
    ['name', 'Leaking tap', { name: 'Leaking tap' }],
    ['seats', 3, { seats: 3 }],
    ['rate', 1.5, { rate: 1.5 }],
    ['urgent', true, { urgent: true }],
    ['level', 20, { level: 20 }],
    ['days', [10, 20], { days: '10,20' }],
    ['due', new Date(2026, 2, 1), { due: '2026-03-01' }],
    ['starts', new Date(Date.UTC(2026, 2, 1, 9, 30)), { starts: '2026-03-01T09:30:00Z' }],
    ['opens', new Date(2026, 2, 1, 9, 30), { opens: '2026-03-01T09:30:00Z' }],
    ['contactid', [ann], { 'new_ContactId@odata.bind': `/contacts(${someContact})` }],
    ['email', null, { email: null }],
  ])('of the column %s goes in and out', (name, value, body) => {
    expect(readValue(table, column(name), storedTicket)).toEqual(value);
    expect(writeValue(tables, column(name), value, null)).toEqual(body);
  });

  it('empties a lookup by the navigation property of the table it led to', () => {
    expect(writeValue(tables, column('customerid'), null, [ann])).toEqual({
      'customerid_contact@odata.bind': null,
    });
  });

  it('does not bind a lookup to a table it does not lead to', () => {
    const team = [{ id: guid(9), name: 'Team', table: 'team' }];
    expect(() => writeValue(tables, column('customerid'), team, null)).toThrow(
      'The column customerid does not lead to rows of team.',
    );
  });

  it('reads the parties of one role', () => {
    const parties = [
      { participationtypemask: 11, ...party(someContact, 'Ann') },
      { participationtypemask: 2, ...party(guid(2), 'Bob') },
    ];
    const row = { ticket_activity_parties: parties };
    expect(readValue(table, column('customers'), row)).toEqual([
      { id: someContact, name: 'Ann', table: 'contact' },
    ]);
  });

  it('is asked for by its own property, and not at all when the user may not read it', () => {
    expect(queryFor(table, ['name', 'contactid', 'secret', 'customers'].map(column))).toBe(
      '$select=ticketid,name,_contactid_value' +
        '&$expand=ticket_activity_parties($select=_partyid_value,participationtypemask)',
    );
  });
});

describe('Two values', () => {
  it.each<[string, AttributeValue, AttributeValue, boolean]>([
    ['rows that differ in their name only', [ann], [{ ...ann, name: 'Anne' }], true],
    ['rows of different tables', [ann], [{ ...ann, table: 'account' }], false],
    ['moments', new Date(5), new Date(5), true],
    ['a number and its text', 1, '1', false],
    ['nothing and no', null, false, false],
    ['options', [10, 20], [10, 20], true],
  ])('%s', (_, one, other, same) => {
    expect(sameValue(one, other)).toBe(same);
  });
});

function party(id: string, name: string) {
  return {
    _partyid_value: id,
    '_partyid_value@OData.Community.Display.V1.FormattedValue': name,
    '_partyid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact',
  };
}
