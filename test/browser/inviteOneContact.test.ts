import { createHash } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Row } from '../../scripts/system/webApi.js';
import { invitation, inviteRedemption, redemptionRequest } from '../../solution/schema.js';
import { rowPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { invite } from './app/invitations.js';
import { mailsTo } from './app/mails.js';
import { siteMap } from './app/siteMap.js';
import { timeline } from './app/timeline.js';
import { axeViolations } from './axe.js';
import { eventually } from './eventually.js';
import { createGuests } from './guests.js';
import { codeIn, redeem } from './site.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

const carla = {
  id: 'c0000000-0000-4000-8000-000000000003',
  address: 'carla.mendes@contoso.example',
  otherAddress: 'carla@home.example',
};
const greta = { id: 'c0000000-0000-4000-8000-000000000027', address: 'greta.vogel@fabrikam.example' };

const send = 'inv.inv_invitation.Form.Send';
const sendAgain = 'inv.inv_invitation.Form.SendAgain';
const revoke = 'inv.inv_invitation.Form.Revoke';

const sha256 = (code: string): string => createHash('sha256').update(code).digest('hex');
const shownId = (page: Page): string => new URL(page.url()).searchParams.get('id') ?? '';
const rowOf = (id: string): Promise<Row> => app.running().admin.get(`${invitation.set}(${id})`);
/** Mails that Dataverse was asked to send for an invitation, delivered or not. */
const emailsAbout = (id: string): Promise<readonly Row[]> =>
  app.running().admin.rows(`emails?$filter=_regardingobjectid_value eq ${id}`);
/** Which of the product's commands the form offers now. */
const offered = async (page: Page): Promise<readonly string[]> =>
  (await form(page).commands.commands()).filter((command) => command.startsWith('inv.'));

it('A contact is invited from the contact form: one mail goes out, is redeemed, and the forms show each step', async () => {
  const { admin } = app.running();
  await admin.update(`contacts(${carla.id})`, { emailaddress2: carla.otherAddress });
  const { page } = await app.as('manager');
  await siteMap(page).open('Contacts');
  await grid(page).open('Carla Mendes');
  const shown = form(page);
  await shown.commands.click('inv.contact.Form.CreateInvitation');
  expect({
    name: await shown.value('inv_name'),
    type: await shown.value('inv_type'),
    contact: await shown.value('inv_contactid'),
  }).toEqual({ name: 'Carla Mendes', type: 'Single', contact: 'Carla Mendes' });
  expect(await offered(page)).toEqual([]);
  await shown.save(invitation.name);

  expect(await offered(page)).toEqual([send, revoke]);
  await shown.commands.click(send);
  expect(await dialog(page).text()).toBe('The invitation will be sent to Carla Mendes.');
  expect(await axeViolations(page)).toEqual([]);
  await dialog(page).confirm();
  await shown.untilSays('The invitation has been sent.');
  expect(await shown.value('statuscode')).toBe('Sent');
  expect(await offered(page)).toEqual([sendAgain, revoke]);

  const id = shownId(page);
  const row = await rowOf(id);
  expect(row).toMatchObject({
    inv_type: invitation.type.single,
    _inv_contactid_value: carla.id,
    '_ownerid_value@OData.Community.Display.V1.FormattedValue': 'Mia Manager',
    statecode: invitation.state.active,
    statuscode: invitation.status.sent,
    inv_sendgeneration: 1,
    inv_sendresult: invitation.sendResult.sent,
  });
  const [mail, ...more] = await mailsTo(app.running(), carla.address);
  const code = codeIn(mail);
  expect(row['inv_codehash']).toMatch(/^[0-9a-f]{64}$/);
  expect(row['inv_codehash']).toBe(sha256(code));
  expect(mail).toMatchObject({
    from: [{ name: 'Mia Manager', address: 'manager@sandbox.example' }],
    to: [{ address: carla.address }],
    recipients: [carla.address],
  });
  expect(mail?.headers.map(({ name }) => name.toLowerCase())).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^b?cc$/)]),
  );
  expect([more, app.running().mailbox.store.list({ to: carla.otherAddress }).total]).toEqual([[], 0]);
  expect(await emailsAbout(id)).toHaveLength(1);
  await eventually(async () =>
    expect(await timeline(page).entries()).toEqual([expect.stringContaining(mail?.subject ?? '?')]),
  );
  await eventually(async () => {
    await shown.commands.click('Mscrm.Form.inv_invitation.Refresh');
    expect((await timeline(page).entries())[0]).toMatch(/^Email .*\bSent\b.*Carla Mendes/s);
  });

  expect(await redeem(app.running(), code, carla.id)).toMatchObject({
    inv_outcome: redemptionRequest.outcome.redeemed,
  });
  await shown.commands.click(`Mscrm.Form.${invitation.name}.Refresh`);
  await eventually(async () => expect(await shown.value('statuscode')).toBe('Redeemed'));
  await eventually(async () =>
    expect(await timeline(page).entries()).toContainEqual(expect.stringContaining('Invite Redemption')),
  );
  expect(await offered(page)).toEqual([revoke]);
  await shown.tab('Redemptions');
  expect(await shown.value('inv_redemptions')).toBe('1');
  expect(await shown.value('inv_redeemedcontactid')).toBe('Carla Mendes');
  expect(await shown.subgrid('subgrid_redemptions').rows.column('subject')).toHaveLength(1);

  await siteMap(page).open('Contacts');
  await grid(page).open('Carla Mendes');
  await eventually(async () =>
    expect(await timeline(page).entries()).toEqual([
      expect.stringContaining('Invite Redemption'),
      expect.stringContaining(mail?.subject ?? '?'),
    ]),
  );
  expect(await admin.rows(`${inviteRedemption.set}?$filter=_regardingobjectid_value eq ${id}`)).toMatchObject(
    [{ statecode: inviteRedemption.state.completed }],
  );
});

it('An invitation is sent again with the same link, and opens nothing once it is revoked', async () => {
  const id = 'd0000000-0000-4000-8000-000000000001';
  const { admin } = app.running();
  await admin.create(invitation.set, {
    [invitation.id]: id,
    inv_name: 'Greta Vogel',
    inv_type: invitation.type.single,
    'inv_contactid@odata.bind': `/contacts(${greta.id})`,
    statuscode: invitation.status.sendRequested,
  });
  const [first] = await mailsTo(app.running(), greta.address);
  const { page } = await app.as('admin', {
    path: rowPage(invitation.name, id),
  });
  const shown = form(page);
  await shown.commands.click(sendAgain);
  expect(await dialog(page).text()).toBe(
    'The invitation will be sent once more to Greta Vogel, with the same code.',
  );
  await dialog(page).confirm();
  const [, second] = await mailsTo(app.running(), greta.address, 2);
  expect(codeIn(second)).toBe(codeIn(first));
  await shown.untilSays('The invitation has been sent.');
  expect(await shown.value('inv_sendgeneration')).toBe('2');
  expect(await rowOf(id)).toMatchObject({ statuscode: invitation.status.sent, inv_sendgeneration: 2 });
  expect(await emailsAbout(id)).toHaveLength(2);

  await shown.commands.click(revoke);
  await dialog(page).confirm();
  await shown.untilSays('The invitation has been revoked.');
  expect(await rowOf(id)).toMatchObject({
    statecode: invitation.state.inactive,
    statuscode: invitation.status.inactive,
  });
  expect(await offered(page)).toEqual([]);
  expect(await shown.commands.commands()).toContain(`Mscrm.Form.${invitation.name}.Activate`);
  expect(await redeem(app.running(), codeIn(first), greta.id)).toMatchObject({
    inv_outcome: redemptionRequest.outcome.invalidCode,
  });
  expect(await rowOf(id)).toMatchObject({ inv_redemptions: null });
  expect(app.running().mailbox.store.list({ to: greta.address }).total).toBe(2);
});

it('An invitation is sent once though the answer to the click was lost, and the form says that it was', async () => {
  const { admin, mailbox } = app.running();
  const [guest] = await createGuests(admin, 'Lost', ['Answer']);
  const id = await invite(admin, guest?.id ?? '');
  const { page, allow } = await app.as('admin', { path: rowPage(invitation.name, id) });
  allow(/ERR_CONNECTION_RESET/);
  allow(/status of 412/);
  const mails = () => mailbox.store.list({ to: guest?.address ?? '' }).total;
  await page.route(`**/${invitation.set}(${id})`, async (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    const response = await route.fetch();
    // The service wrote the code meanwhile: the page reads the row again and asks once more.
    if (!response.ok()) return route.fulfill({ response });
    await eventually(async () => expect(mails()).toBe(1));
    await route.abort('connectionreset');
  });
  const shown = form(page);
  await shown.commands.click(send);
  await dialog(page).confirm();
  await shown.untilSays('The invitation has been sent.');
  expect(await shown.value('statuscode')).toBe('Sent');
  expect(await offered(page)).toEqual([sendAgain, revoke]);
  expect(await rowOf(id)).toMatchObject({ statuscode: invitation.status.sent, inv_sendgeneration: 1 });
  expect(mails()).toBe(1);
});
