import { createHash } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Row } from '../../scripts/system/webApi.js';
import { invitation } from '../../solution/schema.js';
import { dialog } from './app/dialog.js';
import { form, type Form } from './app/form.js';
import { grid } from './app/grid.js';
import { lookupDialog } from './app/lookupDialog.js';
import { mailsTo } from './app/mails.js';
import { siteMap } from './app/siteMap.js';
import { axeViolations } from './axe.js';
import { eventually } from './eventually.js';
import { codeIn } from './site.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

/** Opens Invitations, + New, and makes the new one a group. */
async function newGroup(): Promise<{ page: Page; shown: Form }> {
  const { page } = await app.as('manager');
  await siteMap(page).open('Invitations');
  const shown = form(page);
  await shown.commands.click(`Mscrm.HomepageGrid.${invitation.name}.NewRecord`);
  expect(await shown.value('inv_type')).toBe('Single');
  await shown.choose('inv_type', 'Group');
  return { page, shown };
}

const isShown = (page: Page, section: string): Promise<boolean> =>
  page.locator(`section[data-id="${section}"]`).isVisible();
const named = (name: string): Promise<readonly Row[]> =>
  app.running().admin.rows(`${invitation.set}?$filter=inv_name eq '${name}'`);
const day = (daysFromNow: number): string =>
  new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);
/** As it is written in the United States: `12/31/2026`. */
const written = (date: string): string =>
  date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, (_all, year, month, ofMonth) => `${month}/${ofMonth}/${year}`);

it('says in words what cannot be saved, and saves nothing until it is mended', async () => {
  const { page, shown } = await newGroup();
  await shown.fill('inv_name', 'Garden party');
  await shown.fill('inv_expirydate', written(day(-1)));
  await shown.tab('Redemptions');
  await shown.fill('inv_maximumredemptions', '0');
  await shown.tab('Advanced');
  await shown.fill('inv_code', 'party');
  expect(await shown.problem('inv_code')).toContain('at least 12 characters, five of them different');
  await shown.commands.click(`Mscrm.Form.${invitation.name}.Save`);
  await shown.untilSays('To save, correct these fields first');
  expect(await shown.notifications()).toEqual([
    'To save, correct these fields first: Expiry Date, Maximum Redemptions Allowed, Invitation Code',
    'Save the invitation first. Then you can add contacts and web roles to it.',
  ]);
  expect(await shown.title()).toContain('Unsaved');
  expect(await axeViolations(page)).toEqual([]);
  await shown.tab('Redemptions');
  expect(await shown.problem('inv_maximumredemptions')).toContain('at least 1');
  await shown.tab('General');
  expect(await shown.problem('inv_expirydate')).toContain('This day is over.');
  expect(await named('Garden party')).toEqual([]);

  await shown.fill('inv_expirydate', written(day(0)));
  await shown.tab('Redemptions');
  await shown.fill('inv_maximumredemptions', '1');
  await shown.tab('Advanced');
  await shown.fill('inv_code', 'Garden-Party.2031');
  await shown.save(invitation.name);
  expect(await named('Garden party')).toMatchObject([
    {
      inv_expirydate: day(0),
      inv_maximumredemptions: 1,
      inv_codehash: createHash('sha256').update('garden-party.2031').digest('hex'),
      statuscode: invitation.status.new,
    },
  ]);
  expect(await shown.notifications()).toEqual([]);
});

it('invites a group: each contact with an address has a mail, and the row says who was left out', async () => {
  const { page, shown } = await newGroup();
  expect(await shown.isVisible('inv_contactid')).toBe(false);
  expect(await isShown(page, 'invitedcontacts')).toBe(true);
  expect(await shown.notifications()).toEqual([
    'Save the invitation first. Then you can add contacts and web roles to it.',
  ]);
  await shown.choose('inv_type', 'Single');
  expect([await shown.isVisible('inv_contactid'), await isShown(page, 'invitedcontacts')]).toEqual([
    true,
    false,
  ]);
  await shown.choose('inv_type', 'Group');
  await shown.fill('inv_name', 'Autumn fair');
  await shown.fill('inv_expirydate', written(day(20)));
  await shown.pick('inv_accountid', 'Fabrikam GmbH');
  expect(await shown.offered('inv_workflowid')).toEqual([
    'Create a welcome task for the contact',
    'Fail on purpose',
  ]);
  await shown.pick('inv_workflowid', 'Create a welcome task');
  await shown.tab('Redemptions');
  await shown.fill('inv_maximumredemptions', '3');
  await shown.save(invitation.name);
  expect(await shown.notifications()).toEqual([]);

  await shown.tab('General');
  const contacts = shown.subgrid('subgrid_invitedcontacts');
  await contacts.commands.click('Mscrm.SubGrid.contact.AddExistingAssoc');
  await lookupDialog(page).add('Dieter Krüger', 'Felix Brandt', 'Isla McKenzie', 'Inès Benali');
  await eventually(async () =>
    expect(await contacts.rows.column('fullname')).toEqual([
      'Dieter Krüger',
      'Felix Brandt',
      'Inès Benali',
      'Isla McKenzie',
    ]),
  );
  const roles = shown.subgrid('subgrid_webroles');
  await roles.commands.click('Mscrm.SubGrid.inv_webrole.AddExistingAssoc');
  await lookupDialog(page).add('Event Guest');
  await eventually(async () => expect(await roles.rows.column('inv_name')).toEqual(['Event Guest']));

  await shown.commands.click('inv.inv_invitation.Form.Send');
  expect(await dialog(page).text()).toBe(
    [
      'The invitation will be sent to all invited contacts (4).',
      'Without an email address, so they cannot be mailed: 1',
      'Do not allow emails, so they cannot be mailed: 1',
    ].join('\n'),
  );
  await dialog(page).confirm();
  await shown.untilSays('The invitation has been sent.');
  expect(await shown.value('inv_sendresult')).toBe('Partly Sent');
  const detail = await shown.value('inv_senddetail');
  expect(detail).toContain('2 mails');
  expect(detail).toContain('Isla McKenzie (no valid address in Email)');
  expect(detail).toContain('Inès Benali (does not allow email)');

  const id = new URL(page.url()).searchParams.get('id') ?? '';
  const row = await app
    .running()
    .admin.get(
      `${invitation.set}(${id})?$expand=inv_invitation_invitedcontacts($select=fullname),inv_invitation_webroles($select=inv_name)`,
    );
  expect(row).toMatchObject({
    inv_type: invitation.type.group,
    inv_expirydate: day(20),
    inv_maximumredemptions: 3,
    statuscode: invitation.status.sent,
    inv_sendgeneration: 1,
    inv_sendresult: invitation.sendResult.partlySent,
    inv_senddetail: detail,
    '_inv_accountid_value@OData.Community.Display.V1.FormattedValue': 'Fabrikam GmbH',
    '_inv_workflowid_value@OData.Community.Display.V1.FormattedValue':
      'Create a welcome task for the contact',
    inv_invitation_webroles: [{ inv_name: 'Event Guest' }],
  });
  expect(row['inv_invitation_invitedcontacts']).toHaveLength(4);
  const mails = [
    ...(await mailsTo(app.running(), 'dieter.kruger@tailwind.example')),
    ...(await mailsTo(app.running(), 'felix.brandt@tailwind.example')),
  ];
  expect(mails.map(({ recipients }) => recipients)).toEqual([
    ['dieter.kruger@tailwind.example'],
    ['felix.brandt@tailwind.example'],
  ]);
  expect(new Set(mails.map(codeIn)).size).toBe(1);
  expect(await app.running().admin.rows(`emails?$filter=_regardingobjectid_value eq ${id}`)).toHaveLength(2);
  expect(app.running().mailbox.store.list({ to: 'ines.benali@mail.example' }).total).toBe(0);

  await siteMap(page).open('Invitations');
  await grid(page).search('Autumn fair');
  expect(await grid(page).column('statuscode')).toEqual(['Sent']);
});
