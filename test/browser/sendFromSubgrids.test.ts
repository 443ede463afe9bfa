import { expect, it, jest } from '@jest/globals';
import { invitation } from '../../solution/schema.js';
import { english as say } from '../../webresources/strings/english.js';
import { rowPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { filled } from './app/filled.js';
import { form } from './app/form.js';
import { invitationPath, invite, samples } from './app/invitations.js';
import { eventually } from './eventually.js';
import { createGuests, numbered } from './guests.js';
import { useApp } from './useApp.js';

jest.setTimeout(60_000);
const app = useApp();

it('Contacts selected in a subgrid are invited, each on their own', async () => {
  const { admin } = app.running();
  const guests = await createGuests(admin, 'Autumn', numbered(3));
  for (const { id } of guests)
    await admin.link(invitationPath(samples.group), 'inv_invitation_invitedcontacts', `contacts(${id})`);
  const { page } = await app.as('manager', { path: rowPage(invitation.name, samples.group) });
  const { rows, commands } = form(page).subgrid('subgrid_invitedcontacts');
  const flyout = 'inv.contact.SubGrid.CreateInvitations';
  await eventually(async () => expect(await rows.column('fullname')).toContain('Autumn 03'));
  expect(await commands.commands()).not.toContain(flyout);
  await rows.select('Autumn 01', 'Autumn 03');
  await commands.clickIn(flyout, `${flyout}.OneEach`);
  expect(await dialog(page).text()).toBe(filled(say.toCreate, 2));
  await dialog(page).confirm();
  await dialog(page).root.getByText(filled(say.created, 2)).waitFor();
  await dialog(page).ok();
  const made = await admin.rows(`${invitation.set}?$filter=startswith(inv_name,'Autumn')&$orderby=inv_name`);
  expect(made).toMatchObject([
    { inv_type: invitation.type.single, _inv_contactid_value: guests[0]?.id },
    { inv_type: invitation.type.single, _inv_contactid_value: guests[2]?.id },
  ]);
});

it('Invitations selected among those of a contact are sent', async () => {
  const { admin, mailbox } = app.running();
  const [guest] = await createGuests(admin, 'Spring', ['01']);
  for (const name of ['Spring visit', 'Spring party'])
    await invite(admin, guest?.id ?? '', { inv_name: name });
  const { page } = await app.as('admin', { path: rowPage('contact', guest?.id) });
  const { rows, commands } = await form(page).related('Invitations (Invited Contact)');
  await rows.select('Spring party');
  await commands.click('inv.inv_invitation.SubGrid.Send');
  expect(await dialog(page).text()).toBe(filled(say.toSend, 1));
  await dialog(page).confirm();
  await dialog(page).root.getByText(filled(say.requested, 1)).waitFor();
  await dialog(page).ok();
  await eventually(async () => expect(await rows.column('statuscode')).toContain('Sent'));
  await eventually(async () => expect(mailbox.store.list({ to: guest?.address ?? '' }).total).toBe(1));
  const states = await admin.rows(
    `${invitation.set}?$filter=_inv_contactid_value eq ${guest?.id}&$orderby=inv_name`,
  );
  expect(states).toMatchObject([
    { inv_name: 'Spring party', statuscode: invitation.status.sent, inv_sendgeneration: 1 },
    { inv_name: 'Spring visit', statuscode: invitation.status.new },
  ]);
});
