import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { listPage, rowPage } from './app/addresses.js';
import { commandBar } from './app/commandBar.js';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { eventually } from './eventually.js';
import { noted, rows, useHelpdesk } from './helpdesk.js';

jest.setTimeout(60_000);
const helpdesk = useHelpdesk();

describe('A ribbon of somebody else', () => {
  it('hides what is not emulated, not defined, broken, refused or too slow, and what it says to hide', async () => {
    const slow = randomUUID();
    await helpdesk.admin().create('fab_tickets', { fab_ticketid: slow, fab_name: 'Slow', fab_urgent: true });
    const { page } = await helpdesk.open(listPage('fab_ticket'));
    await page.clock.install();
    await page.goto(helpdesk.sandbox().url + rowPage('fab_ticket', slow));
    const bar = page.locator('[data-id="CommandBar"]').first();
    await bar.locator('[data-id$="|fab.Form.Escalate"]').waitFor();
    expect(await bar.getAttribute('aria-busy')).toBe('true');
    await page.clock.fastForward(10_100);
    await bar.and(page.locator('[aria-busy="false"]')).waitFor();
    const shown = await form(page).commands.commands();
    expect(shown.filter((id) => id.startsWith('fab.')).sort()).toEqual([
      'fab.Form.Escalate',
      'fab.Form.Fails',
      'fab.Form.Or',
      'fab.Form.Split',
      'fab.Form.Split.More',
      'fab.Form.Url',
    ]);
    expect(shown).toContain('Mscrm.Form.fab_ticket.Save');
    expect(shown).not.toContain('Mscrm.Form.fab_ticket.Delete');
  });

  it('passes what its parameters stand for, and ids as the real app spells them', async () => {
    const page = await helpdesk.openTicket(rows.ticket);
    await form(page).commands.click('fab.Form.Escalate');
    expect(await dialog(page).text()).toBe('Escalated to High');
    await dialog(page).confirm();
    await form(page).untilSays('Escalated to High');
    expect((await noted(page)).find(([what]) => what === 'escalate')).toEqual([
      'escalate',
      `{${rows.ticket.toUpperCase()}}`,
      rows.ticket,
      'High',
      2,
      true,
      1.5,
    ]);
    expect(await form(page).value('fab_priority')).toBe('High');
    expect(await helpdesk.admin().get(`fab_tickets(${rows.ticket})`)).toMatchObject({ fab_priority: 2 });
    await form(page).commands.clickIn('fab.Form.Split.More', 'fab.Form.Split.Me');
    expect((await noted(page)).at(-1)).toEqual(['note', 'me', 'fab.Form.Split.Me']);
  });

  it('shows what a command throws as text, and refuses an action that is not emulated by its name', async () => {
    const page = await helpdesk.openTicket(rows.ticket);
    await form(page).commands.click('fab.Form.Fails');
    expect(await dialog(page).text()).toContain('<b>It</b> does not work & never did');
    await dialog(page).ok();
    await form(page).commands.click('fab.Form.Url');
    expect(await dialog(page).text()).toContain('not emulated: <Url> of the command fab.Url.Command');
    await dialog(page).ok();
  });

  it('gets the references of the selected rows, and closes them in one transaction', async () => {
    const admin = helpdesk.admin();
    const names = ['Close me', 'Close me too'];
    for (const fab_name of names) await admin.create('fab_tickets', { fab_name });
    const { page } = await helpdesk.open(listPage('fab_ticket'));
    await grid(page).select(...names);
    await commandBar(page).clickIn('fab.HomepageGrid.More', 'fab.HomepageGrid.Close');
    await eventually(async () => expect(await grid(page).column('fab_name')).not.toContain(names[1]));
    const [, references, ids, table] = (await noted(page)).find(([what]) => what === 'close') ?? [];
    expect(references).toMatchObject(names.map((Name) => ({ Name, TypeName: 'fab_ticket' })));
    expect(ids).toEqual((references as { Id: string }[]).map(({ Id }) => Id));
    expect((ids as string[])[0]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(table).toBe('fab_ticket');
  });
});
