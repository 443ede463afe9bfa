import type { AppDefinition } from '../../../sandbox/app/definition/definition.js';
import type {
  ColumnDefinition,
  TableDefinition,
} from '../../../sandbox/app/definition/table/tableDefinition.js';
import type { FormCell } from '../../../sandbox/app/definition/form/formDefinition.js';
import {
  aColumn,
  aDefinition,
  aFieldCell,
  aForm,
  aLookup,
  aManyToMany,
  aTable,
  guid,
} from '../definition.js';

const options = [
  { value: 10, label: 'Low' },
  { value: 20, label: 'High' },
];

/** A column of each type that forms show. */
export const ticketColumns: readonly ColumnDefinition[] = [
  aColumn('notes', { label: 'Notes', type: 'ntext', maxLength: 20 }),
  aColumn('email', { label: 'Email', format: 'email', maxLength: 100 }),
  aColumn('site', { label: 'Site', format: 'url', maxLength: 100 }),
  aColumn('seats', { label: 'Seats', type: 'int', min: 1, max: 9 }),
  aColumn('rate', { label: 'Rate', type: 'decimal', precision: 2, min: 0, max: 100 }),
  aColumn('urgent', { label: 'Urgent', type: 'bit', defaultValue: 0, options: yesNo() }),
  aColumn('level', { label: 'Level', type: 'picklist', options, defaultValue: 10 }),
  aColumn('days', { label: 'Days', type: 'multiselectpicklist', options }),
  aColumn('due', { label: 'Due', type: 'datetime', format: 'date', dateBehavior: 2 }),
  aColumn('starts', { label: 'Starts', type: 'datetime', format: 'datetime', dateBehavior: 1 }),
  aColumn('opens', { label: 'Opens', type: 'datetime', format: 'datetime', dateBehavior: 3 }),
  aColumn('secret', { label: 'Secret', secured: true, canRead: false, required: 'required' }),
  aColumn('sealed', { label: 'Sealed', secured: true, canUpdate: false }),
  aColumn('createdon', {
    label: 'Created On',
    type: 'datetime',
    format: 'datetime',
    dateBehavior: 1,
    canCreate: false,
    canUpdate: false,
  }),
  aLookup('contactid', ['contact'], { label: 'Contact', navigations: { contact: 'new_ContactId' } }),
  aLookup('customerid', ['account', 'contact'], {
    label: 'Customer',
    type: 'customer',
    navigations: { account: 'customerid_account', contact: 'customerid_contact' },
  }),
  aLookup('regardingobjectid', ['contact'], { label: 'Regarding' }),
  aColumn('customers', { label: 'Customers', type: 'partylist', targets: ['contact'] }),
];

function yesNo() {
  return [
    { value: 0, label: 'No' },
    { value: 1, label: 'Yes' },
  ];
}

export const ticketRow = guid(1);
export const someContact = guid(0xc1);

/** A table `ticket` with those columns, and a form that shows the given cells. */
export function ticketTable(parts: Partial<TableDefinition> & { cells?: readonly FormCell[] } = {}) {
  const { cells = ticketCells, columns, ...rest } = parts;
  const form = aForm('ticket', { cells, header: [aFieldCell('statuscode'), aFieldCell('ownerid')] });
  const table = aTable('ticket', {
    label: 'Ticket',
    columns: ticketColumns,
    relationships: [aManyToMany('ticket', 'contact', 'ticket_contacts')],
    hasActivities: true,
    hasNotes: true,
    forms: [form],
    ...rest,
  });
  return { ...table, columns: { ...table.columns, ...columns } };
}

/** Name, and a field for every column that has a value of its own to read. */
export const ticketCells: readonly FormCell[] = [
  'name',
  ...ticketColumns.map(({ logicalName }) => logicalName),
]
  .filter((name) => name !== 'customers' && name !== 'regardingobjectid')
  .map((name) => aFieldCell(name, { label: name }));

/** An app with tickets beside the usual tables. */
export function ticketApp(table: TableDefinition, parts: Partial<AppDefinition> = {}): AppDefinition {
  const definition = aDefinition();
  return { ...definition, ...parts, tables: { ...definition.tables, ...parts.tables, ticket: table } };
}

const formatted = '@OData.Community.Display.V1.FormattedValue';
const target = '@Microsoft.Dynamics.CRM.lookuplogicalname';

/** A ticket as the Web API returns it. */
export const storedTicket: Readonly<Record<string, unknown>> = {
  '@odata.etag': 'W/"1"',
  ticketid: ticketRow,
  name: 'Leaking tap',
  notes: 'Second floor',
  email: null,
  site: null,
  seats: 3,
  rate: 1.5,
  urgent: true,
  level: 20,
  days: '10,20',
  due: '2026-03-01',
  starts: '2026-03-01T09:30:00Z',
  opens: '2026-03-01T09:30:00Z',
  sealed: 'closed',
  createdon: '2026-02-01T08:00:00Z',
  _contactid_value: someContact,
  [`_contactid_value${formatted}`]: 'Ann Archer',
  [`_contactid_value${target}`]: 'contact',
  _customerid_value: null,
  _ownerid_value: guid(0xa1),
  [`_ownerid_value${formatted}`]: 'Sam Sample',
  [`_ownerid_value${target}`]: 'systemuser',
  statecode: 0,
  statuscode: 1,
};
