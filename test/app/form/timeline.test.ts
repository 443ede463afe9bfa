import { describe, expect, it } from '@jest/globals';
import type { FormCell } from '../../../sandbox/app/definition/form/formDefinition.js';
import { aTable, guid } from '../definition.js';
import { openForm } from './openForm.js';
import type { SentRequest } from './scriptedApi.js';
import { ticketRow, ticketTable } from './ticketTable.js';

const cell: FormCell = {
  id: 'cell_timeline',
  label: 'Timeline',
  showLabel: true,
  visible: true,
  colspan: 1,
  rowspan: 1,
  control: { id: 'notescontrol', kind: 'timeline', disabled: false, classId: '' },
};
const formatted = '@OData.Community.Display.V1.FormattedValue';

function activity(number: number, modifiedon: string) {
  return {
    activityid: guid(number),
    activitytypecode: 'email',
    [`activitytypecode${formatted}`]: 'Email',
    subject: `Mail ${number}`,
    description: null,
    statuscode: 1,
    [`statuscode${formatted}`]: 'Of another type',
    [`statecode${formatted}`]: 'Completed',
    [`_ownerid_value${formatted}`]: 'Sam Sample',
    modifiedon,
  };
}

const regarding = [activity(1, '2026-03-01T10:00:00Z'), activity(2, '2026-03-01T12:00:00Z')];
const taking = [activity(2, '2026-03-01T12:00:00Z'), activity(3, '2026-03-01T09:00:00Z')];
const notes = [
  { annotationid: guid(4), subject: 'Called', notetext: 'No answer', modifiedon: '2026-03-01T11:00:00Z' },
];
const routes = {
  'GET activitypointers': ({ query }: SentRequest) => ({
    body: { value: query.includes('attribute="partyid"') ? taking : regarding },
  }),
  'GET annotations': { body: { value: notes } },
};

const later = { ...activity(5, '2026-03-02T10:00:00Z'), activitytypecode: 'ticket' };
const ticketActivity = { 'GET activitypointers': { body: { value: [later] } } };

const timelineOf = ({ model }: Awaited<ReturnType<typeof openForm>>) =>
  model.controls.get('notescontrol')?.timeline;

describe('A timeline', () => {
  it('shows what regards the row, what it takes part in, and its notes, each once, newest first', async () => {
    const form = await openForm({ table: ticketTable({ cells: [cell] }), routes });
    await timelineOf(form)?.refresh();
    expect(timelineOf(form)?.items.value.map(({ label, subject }) => `${label} ${subject}`)).toEqual([
      'Email Mail 2',
      'Note Called',
      'Email Mail 1',
      'Email Mail 3',
    ]);
    expect(timelineOf(form)?.items.value[0]).toMatchObject({ status: 'Completed', author: 'Sam Sample' });
    const queries = form.server.sent('GET activitypointers').map(({ query }) => query);
    expect(queries.every((query) => query.includes(`value="${ticketRow}"`))).toBe(true);
  });

  it('says who an activity is from, where it has a sender', async () => {
    const sent = { ...later, [`sender.partyid${formatted}`]: 'Mia Manager' };
    const answers = { ...routes, 'GET activitypointers': { body: { value: [sent] } } };
    const form = await openForm({ table: ticketTable({ cells: [cell] }), routes: answers });
    await timelineOf(form)?.refresh();
    expect(timelineOf(form)?.items.value[0]).toMatchObject({ author: 'Mia Manager' });
  });

  it('calls types and status reasons by their own names', async () => {
    const cells = [cell];
    const form = await openForm({ table: ticketTable({ cells }), routes: { ...routes, ...ticketActivity } });
    await timelineOf(form)?.refresh();
    expect(timelineOf(form)?.items.value[0]).toMatchObject({ label: 'Ticket', status: 'Active' });
  });

  it('of a new row is empty and asks nothing', async () => {
    const form = await openForm({ id: 'new', table: ticketTable({ cells: [cell] }), routes });
    await timelineOf(form)?.refresh();
    expect(timelineOf(form)?.items.value).toEqual([]);
    expect(form.server.requests).toEqual([]);
  });

  it('reads again after a save', async () => {
    const form = await openForm({ table: ticketTable({ cells: [cell] }), routes });
    const before = form.server.sent('GET annotations').length;
    form.model.attributes.get('statuscode')?.set(2);
    await form.model.save();
    expect(form.server.sent('GET annotations').length).toBe(before + 1);
  });

  it('leaves out notes of a table that has none', async () => {
    const table = ticketTable({ cells: [cell], hasNotes: false });
    const form = await openForm({ table, routes });
    await timelineOf(form)?.refresh();
    expect(form.server.sent('GET annotations')).toEqual([]);
    expect(timelineOf(form)?.items.value).toHaveLength(3);
  });

  it('asks only for what its user may read', async () => {
    const closed = (name: string) => aTable(name, { privileges: { read: false } });
    const tables = { annotation: closed('annotation'), activitypointer: closed('activitypointer') };
    const form = await openForm({ table: ticketTable({ cells: [cell] }), routes, tables });
    await timelineOf(form)?.refresh();
    expect([...form.server.sent('GET annotations'), ...form.server.sent('GET activitypointers')]).toEqual([]);
    expect(timelineOf(form)?.items.value).toEqual([]);
  });
});
