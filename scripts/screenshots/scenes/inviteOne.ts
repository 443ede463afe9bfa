import { invitation } from '../../../solution/schema.js';
import { until } from '../../system/until.js';
import {
  answer,
  command,
  dialog,
  openFromSiteMap,
  openRow,
  save,
  untilOnTimeline,
  untilSays,
} from '../hands.js';
import type { Studio } from '../studio.js';

const carla = { id: 'c0000000-0000-4000-8000-000000000003', address: 'carla.mendes@contoso.example' };

/** From the contact's form, by the mail and the redemption page, to the redemption on the contact's timeline. */
export async function inviteOne(studio: Studio): Promise<void> {
  const page = await studio.open();
  await openFromSiteMap(page, 'Contacts');
  await openRow(page, 'Carla Mendes');
  await page.locator('[data-id="notescontrol"]').getByText('No records to show').waitFor();
  await studio.take('contact', page);

  await command(page, 'inv.contact.Form.CreateInvitation');
  await page.locator('[data-id="inv_contactid-FieldSectionItemContainer"]').waitFor();
  await studio.take('new-invitation', page);

  await save(page, invitation.name);
  await command(page, 'inv.inv_invitation.Form.Send');
  await dialog(page);
  await studio.take('send-invitation', page);

  await answer(page, 'confirmButton');
  await untilSays(page, 'The invitation has been sent.');
  const mail = await firstMail(studio);
  await page.locator('[data-id="notescontrol-action_bar_refresh"]').click();
  await untilOnTimeline(page, 1, 'Sent');
  await studio.take('invitation', page);

  const mailPage = await studio.visit(`${studio.system.mailbox.url}/messages/${mail}`);
  await mailPage.setViewportSize({ width: 760, height: 930 });
  await mailPage.frameLocator('iframe').getByRole('link').first().waitFor();
  await studio.take('mail', mailPage);

  await redeem(studio, new URL(page.url()).searchParams.get('id') ?? '');
  await openFromSiteMap(page, 'Contacts');
  await openRow(page, 'Carla Mendes');
  await untilOnTimeline(page, 2);
  await studio.take('redemption', page);
  await page.context().close();
}

const firstMail = (studio: Studio): Promise<string> =>
  until('the mail to arrive', async () => {
    const { messages } = studio.system.mailbox.store.list({ to: carla.address });
    return messages[0]?.id;
  });

/** Carla follows her link, signs in and accepts. */
async function redeem(studio: Studio, invitationId: string): Promise<void> {
  const { admin, doors } = studio.system;
  const { inv_code: code } = await admin.get(`${invitation.set}(${invitationId})?$select=inv_code`);
  const page = await studio.visit(`${doors}/register?invitation=${String(code)}`);
  await page.locator('form[action="/sign-in"] button').first().click();
  await page.getByLabel('Address', { exact: true }).fill(carla.address);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('form[action="/redeem"] button').click();
  await page.locator('main[data-state="redeemed"]').waitFor();
  await page.context().close();
}
