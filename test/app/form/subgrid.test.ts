import { describe, expect, it } from '@jest/globals';
import type { FormCell, SubgridParameters } from '../../../sandbox/app/definition/form/formDefinition.js';
import { aFieldCell, guid } from '../definition.js';
import { openForm, startForm } from './openForm.js';
import { ticketRow, ticketTable } from './ticketTable.js';

function cells(parameters: Partial<SubgridParameters>): readonly FormCell[] {
  const subgrid = {
    table: 'contact',
    viewId: guid(0xf0),
    rowsPerPage: 5,
    quickFind: false,
    viewPicker: false,
    ...parameters,
  };
  const control = { id: 'people', kind: 'subgrid', disabled: false, classId: '', subgrid } as const;
  return [
    aFieldCell('notes'),
    { id: 'cell_people', label: 'People', showLabel: true, visible: true, colspan: 1, rowspan: 1, control },
  ];
}
const routes = {
  'GET contacts': { body: { value: [{ contactid: guid(0xc1), fullname: 'Ann Archer' }] } },
};
const related = ticketTable({ cells: cells({ relationship: 'ticket_contacts' }) });
const gridOf = ({ model }: Awaited<ReturnType<typeof openForm>>) =>
  model.controls.get('people')?.subgrid?.value;

describe('A subgrid', () => {
  it('lists the rows that its relationship leads to', async () => {
    const form = await openForm({ table: related, routes });
    await gridOf(form)?.settled();
    expect(gridOf(form)).toMatchObject({
      name: 'people',
      place: 'SubGrid',
      rowsPerPage: 5,
      parent: {
        row: { id: ticketRow, name: 'Leaking tap', table: 'ticket' },
        relationship: { schemaName: 'ticket_contacts' },
      },
    });
    expect(gridOf(form)?.rows.value).toMatchObject([{ name: 'Ann Archer' }]);
  });

  it('waits for the first save of its row', async () => {
    const form = await openForm({ id: 'new', table: related, routes });
    expect(gridOf(form)).toBeUndefined();
    await form.model.save();
    expect(gridOf(form)?.parent?.row.id).toBe(ticketRow);
  });

  it('without a relationship waits for nothing', async () => {
    const form = await openForm({ id: 'new', table: ticketTable({ cells: cells({}) }), routes });
    expect(gridOf(form)).toBeDefined();
  });

  it('is the same after a save, and reads again', async () => {
    const form = await openForm({ table: related, routes });
    await gridOf(form)?.settled();
    const before = { grid: gridOf(form), reads: form.server.sent('GET contacts').length };
    form.model.attributes.get('notes')?.enter('Changed');
    await form.model.save();
    await gridOf(form)?.settled();
    expect(gridOf(form)).toBe(before.grid);
    expect(form.server.sent('GET contacts').length).toBeGreaterThan(before.reads);
  });

  it('is a control of the form and a list for scripts', async () => {
    const form = await openForm({ table: related, routes });
    const control = form.formContext.getControl<Xrm.Controls.GridControl>('people');
    await gridOf(form)?.settled();
    control?.setVisible(false);
    expect(form.model.controls.get('people')?.visible.value).toBe(false);
    expect(control?.getControlType()).toBe('subgrid');
    expect(control?.getGrid().getRows().getLength()).toBe(1);
  });

  it('has no list for scripts before its row is saved', async () => {
    const form = await openForm({ id: 'new', table: related, routes });
    const control = form.formContext.getControl<Xrm.Controls.GridControl>('people');
    expect(control?.getVisible()).toBe(true);
    expect(() => control?.getGrid()).toThrow('The subgrid people has no getGrid before its row is saved.');
  });

  it('takes handlers for its list in OnLoad, and on a new row before there is a list', async () => {
    for (const row of [{}, { id: 'new' }] as const) {
      const lengths: number[] = [];
      const form = startForm({ ...row, table: related, routes });
      form.formContext.ui.addOnLoad(() => {
        const control = form.formContext.getControl<Xrm.Controls.GridControl>('people');
        control?.addOnLoad(() => void lengths.push(control.getGrid().getRows().getLength()));
      });
      await form.model.ready;
      if ('id' in row) await form.model.save();
      await gridOf(form)?.settled();
      expect(lengths).toEqual([1]);
    }
  });
});
