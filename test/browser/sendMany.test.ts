import { expect, it, jest } from '@jest/globals';
import type { Row } from '../../scripts/system/webApi.js';
import { invitation } from '../../solution/schema.js';
import { english as say } from '../../webresources/strings/english.js';
import { dialog } from './app/dialog.js';
import { filled } from './app/filled.js';
import { form } from './app/form.js';
import { globalNotification } from './app/globalNotification.js';
import { grid } from './app/grid.js';
import { invite } from './app/invitations.js';
import { chooseRowsPerPage } from './app/settings.js';
import { siteMap } from './app/siteMap.js';
import { axeViolations } from './axe.js';
import { holdChangeSets } from './changeSets.js';
import { eventually } from './eventually.js';
import { createGuests, numbered } from './guests.js';
import { useApp } from './useApp.js';

jest.setTimeout(90_000);
const app = useApp();

const oneEach = 'inv.contact.HomepageGrid.CreateInvitations.OneEach';
const group = 'inv.contact.HomepageGrid.CreateInvitations.Group';
const flyout = 'inv.contact.HomepageGrid.CreateInvitations';
const sendSelected = 'inv.inv_invitation.HomepageGrid.Send';

/** Invitations whose names begin so. */
const invitations = (name: string, columns = ''): Promise<readonly Row[]> =>
  app.running().admin.rows(`${invitation.set}?$filter=startswith(inv_name,'${name}')${columns}`);

it('makes an invitation for each of many contacts in change sets, skips who has one, and sends them all', async () => {
  const { admin, mailbox } = app.running();
  const guests = await createGuests(admin, 'Summer', numbered(60));
  const [invited] = await createGuests(admin, 'Summer', ['Invited']);
  await invite(admin, invited?.id ?? '', { inv_name: 'Summer Invited' });
  const [inactive] = await createGuests(admin, 'Summer', ['Inactive']);
  await admin.update(`contacts(${inactive?.id})`, { statecode: 1, statuscode: 2 });
  await createGuests(admin, 'Summer', ['Silent'], { emailaddress1: null });
  await createGuests(admin, 'Summer', ['Quiet'], { donotemail: true });

  const { page, allow } = await app.as('manager');
  // The service may give an invitation its code between the page's look and its request: it asks again then.
  allow(/status of 412/);
  await siteMap(page).open('Contacts');
  await chooseRowsPerPage(page, 100);
  await grid(page).view('All Contacts');
  await grid(page).search('Summer');
  await grid(page).selectAll();
  const { commands } = form(page);
  await commands.clickIn(flyout, oneEach);
  const skipped = [filled(say.skippedInvited, 1), filled(say.skippedInactive, 1)];
  expect((await dialog(page).text()).split('\n')).toEqual([
    filled(say.toCreate, 62),
    ...skipped,
    filled(say.withoutAddress, 1),
    filled(say.withoutEmail, 1),
  ]);
  const changeSets = await holdChangeSets(page);
  await dialog(page).confirm();
  for (const [done, writes] of [
    [0, 25],
    [25, 25],
    [50, 12],
  ] as const) {
    const next = await changeSets.next();
    expect(next.writes).toBe(writes);
    await globalNotification(page).untilSays(filled(say.creating, done, 62));
    expect(await invitations('Summer')).toHaveLength(done + 1);
    await next.go();
  }
  await changeSets.release();
  expect((await dialog(page).text()).split('\n')).toEqual([filled(say.created, 62), ...skipped]);
  await globalNotification(page).untilGone();
  await dialog(page).ok();
  const made = await invitations('Summer', '&$expand=inv_contactid($select=fullname)');
  expect(made).toHaveLength(63);
  for (const row of made) {
    expect(row).toMatchObject({
      inv_type: invitation.type.single,
      inv_contactid: { fullname: row['inv_name'] },
      statuscode: invitation.status.new,
    });
  }
  expect(new Set(made.map((row) => row['_inv_contactid_value'])).size).toBe(63);

  await grid(page).selectAll();
  await commands.clickIn(flyout, oneEach);
  expect((await dialog(page).text()).split('\n')).toEqual([
    say.nobodyToInvite,
    filled(say.skippedInvited, 63),
    filled(say.skippedInactive, 1),
  ]);
  await dialog(page).ok();
  expect(await invitations('Summer')).toHaveLength(63);

  await siteMap(page).open('Invitations');
  await grid(page).view('New Invitations');
  await grid(page).search('Summer');
  await grid(page).selectAll();
  await commands.click(sendSelected);
  const unmailed = [filled(say.skippedNoAddress, 1), filled(say.skippedNoEmail, 1)];
  expect((await dialog(page).text()).split('\n')).toEqual([filled(say.toSend, 61), ...unmailed]);
  await dialog(page).confirm();
  await dialog(page).root.getByText(filled(say.requested, 61)).waitFor();
  expect((await dialog(page).text()).split('\n')).toEqual([filled(say.requested, 61), ...unmailed]);
  await dialog(page).ok();
  await eventually(async () =>
    expect([...(await grid(page).column('inv_name'))].sort()).toEqual(['Summer Quiet', 'Summer Silent']),
  );

  await eventually(async () => {
    const { messages } = mailbox.store.list({ recipient: '@guests.example', take: 100 });
    expect(messages.flatMap(({ recipients }) => recipients).sort()).toEqual(
      [...guests, ...(invited ? [invited] : [])].map(({ address }) => address).sort(),
    );
  });
  const sent = await invitations('Summer', ` and statuscode eq ${invitation.status.sent}`);
  expect(sent).toHaveLength(61);
  for (const row of sent) expect(row['inv_sendgeneration']).toBe(1);
  const codes = await invitations('Summer', ' and inv_codehash ne null');
  expect(new Set(codes.map((row) => row['inv_codehash'])).size).toBe(63);
});

it('makes one group invitation for all selected contacts, with a maximum and an expiry date', async () => {
  const { admin } = app.running();
  await createGuests(admin, 'Winter', numbered(3));
  await createGuests(admin, 'Winter', ['Silent'], { emailaddress1: null });
  const { page } = await app.as('manager');
  await siteMap(page).open('Contacts');
  await grid(page).search('Winter');
  await grid(page).selectAll();
  await form(page).commands.clickIn(flyout, group);
  expect((await dialog(page).text()).split('\n')).toEqual([
    filled(say.toInviteToGroup, 4),
    filled(say.withoutAddress, 1),
  ]);
  await dialog(page).confirm();

  const panel = page.locator('[data-id="quickCreateRoot"]');
  const quick = form(page, panel);
  expect(await quick.value('inv_type')).toBe('Group');
  expect(await axeViolations(page)).toEqual([]);
  await quick.fill('inv_name', 'Winter ball');
  await quick.fill('inv_maximumredemptions', '2');
  await quick.fill('inv_expirydate', '12/31/2099');
  await panel.locator('[data-id="quickCreateSaveAndCloseBtn"]').click();
  expect(await dialog(page).text()).toBe(filled(say.invited, 4));
  await dialog(page).ok();

  const shown = form(page);
  await eventually(async () => expect(await shown.title()).toContain('Winter ball'));
  const people = ['Winter 01', 'Winter 02', 'Winter 03', 'Winter Silent'];
  expect(await shown.subgrid('subgrid_invitedcontacts').rows.column('fullname')).toEqual(people);
  const rows = await invitations('Winter', '&$expand=inv_invitation_invitedcontacts($select=fullname)');
  expect(rows).toMatchObject([
    {
      inv_type: invitation.type.group,
      inv_maximumredemptions: 2,
      inv_expirydate: '2099-12-31',
      statuscode: invitation.status.new,
    },
  ]);
  const linked = rows[0]?.['inv_invitation_invitedcontacts'] as readonly { fullname: string }[];
  expect(linked.map(({ fullname }) => fullname).sort()).toEqual(people);
});
