import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { invitation, linkedIdentity } from '../../../solution/schema.js';
import { dialog } from '../app/dialog.js';
import { form } from '../app/form.js';
import { grid } from '../app/grid.js';
import { lookupDialog } from '../app/lookupDialog.js';
import { mailsTo } from '../app/mails.js';
import { siteMap } from '../app/siteMap.js';
import { timeline } from '../app/timeline.js';
import { eventually } from '../eventually.js';
import { openApp } from '../openApp.js';
import { goToSignIn, send, untilShows } from './onThePage.js';
import { traces } from './traces.js';
import { useDoors } from './useDoors.js';

jest.setTimeout(60_000);
const doors = useDoors();

const carla = { name: 'Carla Mendes', address: 'carla.mendes@contoso.example' };
const granted = { account: 'Fabrikam GmbH', role: 'Customer', workflow: 'Create a welcome task' };

it('from the click on Create Invitation to what the manager sees of the redemption', async () => {
  const manager = await openApp(doors.browser(), doors.system(), 'manager');
  await invite(manager.page);
  const invitationPage = manager.page.url();
  const guest = await openMail();
  await redeem(guest.page, guest.code);

  const { page } = manager;
  await page.goto(invitationPage);
  const shown = form(page);
  await eventually(async () => expect(await shown.value('statuscode')).toBe('Redeemed'));
  const redemption = expect.stringMatching(/^Invite Redemption.*Carla Mendes/s);
  expect((await timeline(page).entries())[0]).toEqual(redemption);
  await shown.tab('Redemptions');
  expect(await shown.value('inv_redemptions')).toBe('1');
  expect(await shown.value('inv_redeemedcontactid')).toBe(carla.name);

  await siteMap(page).open('Contacts');
  await grid(page).open(carla.name);
  expect(await shown.value('parentcustomerid')).toBe(granted.account);
  // The workflow has made its task, and the mail stands below.
  await eventually(async () => expect(await timeline(page).entries()).toContainEqual(redemption));
  const identities = await shown.related('Linked Identities');
  expect(await identities.rows.column('inv_proof')).toEqual(['Verified Email']);

  await siteMap(page).open('Web Roles');
  await grid(page).open(granted.role);
  expect(await shown.subgrid('subgrid_contacts').rows.column('fullname')).toContain(carla.name);

  await page.locator('#areaSwitcherId').click();
  await page.getByRole('menuitemradio', { name: 'Settings', exact: true }).click();
  await siteMap(page).open('Linked Identities');
  await grid(page).view('Active Linked Identities');
  expect(await grid(page).column('inv_contactid')).toEqual([carla.name]);
  expect(await grid(page).column('inv_provider')).toEqual(['Sandbox']);
  const [link] = await doors.system().admin.rows(linkedIdentity.set);
  expect(link).toMatchObject({
    inv_issuer: doors.system().identity,
    inv_proof: linkedIdentity.proof.verifiedEmail,
  });
  manager.expectClean();
  await manager.close();
});

/** Mia Manager invites Carla, with all that can be granted, and sends it. */
async function invite(page: Page): Promise<void> {
  await siteMap(page).open('Contacts');
  await grid(page).open(carla.name);
  const shown = form(page);
  await shown.commands.click('inv.contact.Form.CreateInvitation');
  await shown.pick('inv_accountid', granted.account);
  await shown.pick('inv_workflowid', granted.workflow);
  await shown.save(invitation.name);
  const roles = shown.subgrid('subgrid_webroles');
  await roles.commands.click('Mscrm.SubGrid.inv_webrole.AddExistingAssoc');
  await lookupDialog(page).add(granted.role);
  await eventually(async () => expect(await roles.rows.column('inv_name')).toEqual([granted.role]));
  await shown.commands.click('inv.inv_invitation.Form.Send');
  await dialog(page).confirm();
  await shown.untilSays('The invitation has been sent.');
}

/** Carla reads her mail and follows its link. */
async function openMail(): Promise<{ page: Page; code: string }> {
  const { mailbox } = doors.system();
  const [mail] = await mailsTo(doors.system(), carla.address);
  const { page } = await doors.window();
  await page.goto(`${mailbox.url}/messages/${mail?.id ?? ''}`);
  const link = page.frameLocator('iframe').locator(`a[href^="${doors.system().doors}"]`).first();
  const code = new URL((await link.getAttribute('href')) ?? '').searchParams.get('invitation') ?? '';
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  return { page: opened, code };
}

/** Carla signs in, accepts, reads what she has been given, and goes on to the site. */
async function redeem(page: Page, code: string): Promise<void> {
  const said = (text: string): Promise<void> => page.locator('main').getByText(text).first().waitFor();
  await untilShows(page, 'open');
  await said('Mia Manager has invited you.');
  await said(granted.account);
  await said('c…s@contoso.example');
  await goToSignIn(page);
  await page.getByLabel('Address', { exact: true }).fill(carla.address);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await untilShows(page, 'welcome');
  await said(`You accept the invitation as ${carla.name}.`);
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
  expect(await page.locator('dd').allInnerTexts()).toEqual([granted.account, granted.role]);
  await said('Further steps have been started');
  expect(await traces(page, code)).toEqual([]);
  await page.getByRole('link', { name: 'Continue to' }).click();
  await page.getByRole('heading', { name: 'Welcome to the portal' }).waitFor();
  expect(doors.site().asked).toEqual(['/welcome from nowhere']);
  expect(await traces(page, code)).toEqual([]);
}
