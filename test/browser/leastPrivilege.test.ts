import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { developmentUsers } from '../../sandbox/dataverse/install/wellKnown.js';
import {
  columnSecurityProfiles,
  invitation,
  linkedIdentity,
  redemptionLock,
  securityRoles,
} from '../../solution/schema.js';
import { english as say } from '../../webresources/strings/english.js';
import { columnRightsOf, privilegesOf } from '../roles/shipped.js';
import { unmetAndUnused } from '../roles/unmetAndUnused.js';
import { rowPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { filled } from './app/filled.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { invite } from './app/invitations.js';
import { lookupDialog } from './app/lookupDialog.js';
import { mailsTo } from './app/mails.js';
import { siteMap } from './app/siteMap.js';
import { timeline } from './app/timeline.js';
import { eventually } from './eventually.js';
import { createGuests, type Guest } from './guests.js';
import { codeIn, redeem } from './site.js';
import { useApp } from './useApp.js';

jest.setTimeout(90_000);
const app = useApp();

const mia = developmentUsers.manager.id;
const create = 'inv.contact.HomepageGrid.CreateInvitations';
const formCommand = (name: string): string => `Mscrm.Form.${invitation.name}.${name}`;
const team = randomUUID();
let guests: readonly Guest[];

/** Mia keeps the product's role and profile, and nothing beside them. */
beforeAll(async () => {
  const { admin, sandbox } = app.running();
  const others = await admin.rows(
    `systemusers(${mia})/systemuserroles_association?$select=name&$filter=name ne '${securityRoles.invitationManager}'`,
  );
  for (const { roleid } of others)
    await admin.remove(`systemusers(${mia})/systemuserroles_association(${String(roleid)})/$ref`);
  guests = await createGuests(admin, 'Least', ['One', 'Two', 'Three']);
  const [unit] = await admin.rows('businessunits');
  await admin.create('teams', {
    teamid: team,
    name: 'Welcome team',
    teamtype: 0,
    'administratorid@odata.bind': `/systemusers(${mia})`,
    'businessunitid@odata.bind': `/businessunits(${String(unit?.['businessunitid'])})`,
  });
  const [role] = await admin.rows(`roles?$filter=name eq '${securityRoles.invitationManager}'`);
  await admin.link(`teams(${team})`, 'teamroles_association', `roles(${String(role?.['roleid'])})`);
  sandbox.privilegeUse.reset();
});

const shownId = (page: Page): string => new URL(page.url()).searchParams.get('id') ?? '';

it('With Invitation Manager alone, one sees the dashboard, every list and the charts', async () => {
  const { page } = await app.as('manager');
  await page.locator('figure[aria-busy=false]').first().waitFor();
  const seen: string[] = [];
  for (const area of ['Settings', 'Invitations']) {
    await page.locator('#areaSwitcherId').click();
    await page.getByRole('menuitemradio', { name: area, exact: true }).click();
    for (const title of await siteMap(page).entries()) {
      if (title === 'Dashboards') continue;
      await siteMap(page).open(title);
      await grid(page).count();
      seen.push(title);
    }
  }
  expect(seen).toEqual([
    'Requests',
    'Linked Identities',
    'Locks',
    'Contacts',
    'Invitations',
    'Redemptions',
    'Web Roles',
  ]);
  await siteMap(page).open('Invitations');
  await form(page).commands.click(`Mscrm.HomepageGrid.${invitation.name}.ShowChart`);
  await page.locator('figure[aria-busy=false]').first().waitFor();
});

it('… invites a contact with all that can be granted, sends twice, sees the redemption, and gives it away', async () => {
  const [guest] = guests;
  const { page } = await app.as('manager');
  const shown = form(page);
  await siteMap(page).open('Contacts');
  await grid(page).search('Least One');
  await grid(page).open('Least One');
  await shown.commands.click('inv.contact.Form.CreateInvitation');
  await shown.pick('inv_inviterid', 'Carla Mendes');
  await shown.pick('inv_accountid', 'Fabrikam GmbH');
  await shown.pick('inv_workflowid', 'Create a welcome task');
  await shown.tab('Advanced');
  await shown.fill('inv_code', 'Least-Privilege.1');
  await shown.save(invitation.name);
  const id = shownId(page);
  await shown.fill('inv_code', 'Least-Privilege.2');
  await shown.save(invitation.name);
  await shown.tab('General');
  const roles = shown.subgrid('subgrid_webroles');
  await roles.commands.click('Mscrm.SubGrid.inv_webrole.AddExistingAssoc');
  await lookupDialog(page).add('Event Guest');
  await eventually(async () => expect(await roles.rows.column('inv_name')).toEqual(['Event Guest']));

  await shown.commands.click('inv.inv_invitation.Form.Send');
  await dialog(page).confirm();
  await shown.untilSays('The invitation has been sent.');
  await shown.commands.click('inv.inv_invitation.Form.SendAgain');
  await dialog(page).confirm();
  const mails = await mailsTo(app.running(), guest?.address ?? '', 2);
  await redeem(app.running(), codeIn(mails[1]), guest?.id ?? '');
  await page.reload();
  await eventually(async () => expect(await timeline(page).entries()).toHaveLength(3));
  await shown.tab('Redemptions');
  expect(await shown.subgrid('subgrid_redemptions').rows.column('subject')).toHaveLength(1);

  for (const [kind, name] of [
    ['Users', 'Rolf Reader'],
    ['Teams', 'Welcome team'],
  ] as const) {
    await shown.commands.click(formCommand('Assign'));
    await dialog(page).root.locator('select').first().selectOption({ label: kind });
    await lookupDialog(page).add(name);
    await eventually(async () =>
      expect(await app.running().admin.get(`${invitation.set}(${id})`)).toMatchObject({
        '_ownerid_value@OData.Community.Display.V1.FormattedValue': name,
      }),
    );
  }
});

it('… invites many, one each and as a group, sends them, revokes and activates', async () => {
  const { page } = await app.as('manager');
  const shown = form(page);
  await siteMap(page).open('Contacts');
  await grid(page).search('Least');
  await grid(page).select('Least Two', 'Least Three');
  await shown.commands.clickIn(create, `${create}.OneEach`);
  await dialog(page).confirm();
  await dialog(page).root.getByText(filled(say.created, 2)).waitFor();
  await dialog(page).ok();
  await shown.commands.clickIn(create, `${create}.Group`);
  const panel = page.locator('[data-id="quickCreateRoot"]');
  const quick = form(page, panel);
  await quick.fill('inv_name', 'Least group');
  await panel.locator('[data-id="quickCreateSaveAndCloseBtn"]').click();
  expect(await dialog(page).text()).toBe(filled(say.invited, 2));
  await dialog(page).ok();
  await eventually(async () => expect(await shown.title()).toContain('Least group'));

  await siteMap(page).open('Invitations');
  await grid(page).view('All Invitations');
  await grid(page).search('Least');
  await grid(page).select('Least Two', 'Least Three', 'Least group');
  await shown.commands.click('inv.inv_invitation.HomepageGrid.Send');
  await dialog(page).confirm();
  await dialog(page).root.getByText(filled(say.requested, 3)).waitFor();
  await dialog(page).ok();
  await mailsTo(app.running(), guests[2]?.address ?? '', 2);

  await grid(page).open('Least group');
  await shown.commands.click('inv.inv_invitation.Form.Revoke');
  await dialog(page).confirm();
  await shown.untilSays('The invitation has been revoked.');
  await shown.commands.click(formCommand('Activate'));
  await dialog(page).confirm();
  await eventually(async () => expect(await shown.commands.commands()).toContain(formCommand('Deactivate')));
});

it('… deletes what was never sent', async () => {
  const { admin } = app.running();
  const id = await invite(admin, guests[0]?.id ?? '', { inv_name: 'Least unsent' });
  const { page } = await app.as('manager', { path: rowPage(invitation.name, id) });
  await form(page).commands.click(formCommand('Delete'));
  await dialog(page).confirm();
  await eventually(async () =>
    expect(await admin.rows(`${invitation.set}?$filter=inv_name eq 'Least unsent'`)).toEqual([]),
  );
});

it('… bars an identity, takes it from its contact, and lifts a lock', async () => {
  const { admin } = app.running();
  const identity = randomUUID();
  await admin.create(linkedIdentity.set, {
    [linkedIdentity.id]: identity,
    inv_name: 'Least One at Contoso',
    [`${linkedIdentity.lookups.contact}@odata.bind`]: `/contacts(${guests[0]?.id ?? ''})`,
  });
  await admin.create(redemptionLock.set, { inv_name: 'Address 0a1b2c3d', inv_failures: 100 });
  const { page } = await app.as('manager', { path: rowPage(linkedIdentity.name, identity) });
  const shown = form(page);
  const command = (table: string, name: string): string => `Mscrm.Form.${table}.${name}`;
  await shown.commands.click(command(linkedIdentity.name, 'Deactivate'));
  await dialog(page).confirm();
  await eventually(async () =>
    expect(await admin.get(`${linkedIdentity.set}(${identity})`)).toMatchObject({
      statecode: linkedIdentity.state.inactive,
    }),
  );
  await shown.commands.click(command(linkedIdentity.name, 'Delete'));
  await dialog(page).confirm();
  await eventually(async () => expect(await admin.rows(linkedIdentity.set)).toEqual([]));

  await page.locator('#areaSwitcherId').click();
  await page.getByRole('menuitemradio', { name: 'Settings', exact: true }).click();
  await siteMap(page).open('Locks');
  await grid(page).open('Address 0a1b2c3d');
  await shown.commands.click(command(redemptionLock.name, 'Delete'));
  await dialog(page).confirm();
  await eventually(async () => expect(await admin.rows(redemptionLock.set)).toEqual([]));
});

it('The role gives what all of that took, nothing less and nothing more', () => {
  const { privilegeUse } = app.running().sandbox;
  expect(unmetAndUnused(privilegesOf(securityRoles.invitationManager), privilegeUse.of(mia))).toEqual([]);
});

it('So does the column security profile: codes are written and never read', () => {
  const { privilegeUse } = app.running().sandbox;
  const given = columnRightsOf(columnSecurityProfiles.invitationCodeAuthor);
  expect(unmetAndUnused(given, privilegeUse.columnsOf(mia))).toEqual([]);
});

it('What was mailed is not deleted with this role, for its mails would go with it; the app says so', async () => {
  const { admin } = app.running();
  const [row] = await admin.rows(`${invitation.set}?$filter=inv_name eq 'Least Three'`);
  const id = String(row?.[invitation.id]);
  const tab = await app.as('manager', { path: rowPage(invitation.name, id) });
  tab.allow(/status of 403/);
  await form(tab.page).commands.click(formCommand('Delete'));
  await dialog(tab.page).confirm();
  expect(await dialog(tab.page).text()).toContain('prvDeleteActivity');
  await dialog(tab.page).ok();
  expect(await admin.get(`${invitation.set}(${id})`)).toMatchObject({ inv_name: 'Least Three' });
});
