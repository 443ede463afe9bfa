import { describe, expect, it, jest } from '@jest/globals';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { siteMap } from './app/siteMap.js';
import { eventually } from './eventually.js';
import { nasty, noted, rows, useHelpdesk, type Author } from './helpdesk.js';

jest.setTimeout(60_000);
const helpdesk = useHelpdesk();

describe('A form script of somebody else', () => {
  it('hears OnLoad with its parameters, what people enter, and OnSave, which it may hold back', async () => {
    const page = await helpdesk.openTicket(rows.ticket);
    expect((await noted(page))[0]).toEqual(['load', 'from the form', 7, true, 0]);
    await form(page).choose('fab_priority', 'Low');
    expect(await form(page).isVisible('fab_due')).toBe(false);
    await form(page).choose('fab_priority', 'High');
    expect(await form(page).isVisible('fab_due')).toBe(true);
    expect((await noted(page)).filter(([what]) => what === 'change')).toEqual([
      ['change', 'fab_priority', 'Low'],
      ['change', 'fab_priority', 'High'],
    ]);
    const refused = await page.evaluate(async () => {
      const { form } = (window as unknown as { Fab: { Ticket: Author } }).Fab.Ticket;
      form()
        .getAttribute('fab_due')
        ?.setValue(new Date(2030, 0, 31));
      form().getAttribute('fab_name')?.setValue('Do not save');
      return form()
        .data.save()
        .then(
          () => 'saved',
          (error: unknown) => error,
        );
    });
    expect(refused).toEqual({ errorCode: expect.any(Number), message: expect.any(String) });
    expect((await noted(page)).at(-1)).toEqual(['save', 1]);
    expect(await helpdesk.admin().get(`fab_tickets(${rows.ticket})`)).toMatchObject({ fab_name: nasty });
    await page.evaluate(() => {
      (window as unknown as { Fab: { Ticket: Author } }).Fab.Ticket.form()
        .getAttribute('fab_name')
        ?.setValue('Saved by script');
    });
    await form(page).save('fab_ticket');
    expect(await helpdesk.admin().get(`fab_tickets(${rows.ticket})`)).toMatchObject({
      fab_name: 'Saved by script',
      fab_due: '2030-01-31',
    });
    await helpdesk.admin().update(`fab_tickets(${rows.ticket})`, { fab_name: nasty });
  });

  it('reads and changes attributes, controls, tabs and notifications', async () => {
    const page = await helpdesk.openTicket(rows.ticket);
    const seen = await page.evaluate((contactId) => {
      const form = (window as unknown as { Fab: { Ticket: Author } }).Fab.Ticket.form();
      const name = form.getAttribute<Xrm.Attributes.StringAttribute>('fab_name');
      const lookup = form.getAttribute<Xrm.Attributes.LookupAttribute>('fab_contactid');
      const before = lookup?.getValue();
      lookup?.setValue([{ id: `{${contactId.toUpperCase()}}`, name: 'Other', entityType: 'contact' }]);
      const isDirtyBySpelling = lookup?.getIsDirty();
      const control = form.getControl<Xrm.Controls.StringControl>('fab_name');
      control?.setNotification('Not this', 'own');
      control?.setLabel('Subject');
      form.getControl<Xrm.Controls.StandardControl>('fab_hours')?.setDisabled(true);
      form.ui.setFormNotification('<i>Careful</i>', 'WARNING', 'careful');
      return {
        before,
        isDirtyBySpelling,
        type: [form.ui.getFormType(), name?.getAttributeType(), name?.getMaxLength(), name?.getFormat()],
        options: form.getAttribute<Xrm.Attributes.OptionSetAttribute>('fab_priority')?.getOptions(),
        missing: [form.getAttribute('nothing'), form.getControl('nothing'), form.ui.tabs.get('nothing')],
        tabs: form.ui.tabs.get().map((tab) => [tab.getName(), tab.getDisplayState()]),
        sections: form.ui.tabs
          .get('general')
          ?.sections.get()
          .map((section) => section.getName()),
        valid: form.data.isValid(),
        quoted: form.data.entity.getPrimaryAttributeValue(),
        reference: form.data.entity.getEntityReference(),
      };
    }, rows.contact);
    const braced = (id: string) => `{${id.toUpperCase()}}`;
    expect(seen).toEqual({
      before: [{ id: braced(rows.contact), name: `Ann ${nasty}`, entityType: 'contact' }],
      isDirtyBySpelling: false,
      type: [2, 'string', 200, 'text'],
      options: [
        { text: 'Low', value: 1 },
        { text: 'High', value: 2 },
      ],
      missing: [null, null, null],
      tabs: [
        ['general', 'expanded'],
        ['parts', 'collapsed'],
      ],
      sections: ['ticket', 'planning'],
      valid: false,
      quoted: nasty,
      reference: { id: braced(rows.ticket), name: nasty, entityType: 'fab_ticket' },
    });
    expect(await form(page).problem('fab_name')).toBe('Not this');
    expect(await form(page).isEditable('fab_hours')).toBe(false);
    expect(await form(page).notifications()).toEqual([expect.stringContaining('<i>Careful</i>')]);
  });

  it('filters a lookup before each search, whatever a name has in it', async () => {
    const page = await helpdesk.openTicket();
    expect(await form(page).offered('fab_contactid')).toEqual([expect.stringContaining("O'Brien <&>")]);
    await form(page).pick('fab_contactid', "O'Brien <&>");
    expect(await form(page).value('fab_contactid')).toBe("O'Brien <&>");
  });

  it('offers a view that the script made up', async () => {
    const page = await helpdesk.openTicket(rows.ticket);
    const views = await page.evaluate(() => {
      const control = (
        window as unknown as { Fab: { Ticket: Author } }
      ).Fab.Ticket.form().getControl<Xrm.Controls.LookupControl>('fab_parentid');
      const id = '{00000000-0000-0000-0000-00000000FAB1}';
      const fetch =
        '<fetch><entity name="fab_ticket"><attribute name="fab_name"/><filter><condition attribute="fab_name" operator="like" value="Part 2%"/></filter></entity></fetch>';
      const layout =
        '<grid name="resultset" jump="fab_name" select="1" icon="1" preview="1"><row name="result" id="fab_ticketid"><cell name="fab_name" width="200"/></row></grid>';
      control?.addCustomView(id, 'fab_ticket', 'Second parts', fetch, layout, true);
      return [control?.getDefaultView(), control?.getEntityTypes()];
    });
    expect(views).toEqual(['{00000000-0000-0000-0000-00000000FAB1}', ['fab_ticket']]);
    expect(await form(page).offered('fab_parentid')).toEqual([expect.stringContaining('Part 2')]);
  });

  it('hears of each reading of a subgrid once, not of what else changes on the form', async () => {
    const page = await helpdesk.openTicket(rows.ticket);
    await form(page).tab('Parts');
    const list = form(page).subgrid('Subgrid_parts').rows;
    expect(await list.column('fab_name')).toEqual(['Part 1', 'Part 2']);
    const heard = async () => (await noted(page)).filter(([what]) => what === 'parts');
    const before = (await heard()).length;
    await page.evaluate(() => {
      const form = (window as unknown as { Fab: { Ticket: Author } }).Fab.Ticket.form();
      form.getControl<Xrm.Controls.GridControl>('Subgrid_parts')?.refresh();
    });
    await eventually(async () => expect(await heard()).toHaveLength(before + 1));
    expect((await heard()).at(-1)).toEqual(['parts', 2, 0]);
    await list.select('Part 1');
    await page.evaluate(() => {
      (window as unknown as { Fab: { Ticket: Author } }).Fab.Ticket.form()
        .getAttribute('fab_hours')
        ?.setValue(3);
    });
    expect(await heard()).toHaveLength(before + 1);
  });

  it('has dead contexts once people are elsewhere', async () => {
    const page = await helpdesk.openTicket(rows.ticket);
    await page.evaluate(() => {
      const form = (window as unknown as { Fab: { Ticket: Author } }).Fab.Ticket.form();
      const grid = form.getControl<Xrm.Controls.GridControl>('Subgrid_parts');
      Reflect.set(window, 'kept', { form, grid, name: form.getAttribute('fab_name') });
    });
    await siteMap(page).open('Contacts');
    await grid(page).column('fullname');
    const after = await page.evaluate(async () => {
      const { form, grid, name } = (
        window as unknown as {
          kept: {
            form: Xrm.FormContext;
            grid: Xrm.Controls.GridControl;
            name: Xrm.Attributes.StringAttribute;
          };
        }
      ).kept;
      const outcome = <T>(promise: PromiseLike<T>) =>
        promise.then(
          () => 'done',
          (error: { message: string }) => typeof error.message,
        );
      name?.setValue('nobody sees this');
      return [
        form.data.entity.getId(),
        form.getAttribute('fab_name'),
        name?.getValue(),
        form.ui.setFormNotification('late', 'INFO', 'late'),
        form.data.getIsDirty(),
        form.ui.tabs.getLength(),
        grid.getEntityName(),
        grid.getGrid(),
        await outcome(form.data.save()),
        await outcome(form.data.refresh(false)),
      ];
    });
    expect(after).toEqual([null, null, null, null, null, 0, null, null, 'string', 'string']);
  });
});
