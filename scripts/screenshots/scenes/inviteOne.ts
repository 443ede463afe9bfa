import { randomUUID } from 'node:crypto';
import { invitation, redemptionRequest } from '../../../solution/schema.js';
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

/** From the contact's form to the redemption on the contact's timeline. */
export async function inviteOne(studio: Studio): Promise<void> {
  const page = await studio.open();
  await openFromSiteMap(page, 'Contacts');
  await openRow(page, 'Carla Mendes');
  await page.locator('[data-id="notescontrol"]').waitFor();
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

/** What the site does when Carla follows her link. */
async function redeem({ system: { admin } }: Studio, invitationId: string): Promise<void> {
  const { inv_code: code } = await admin.get(`${invitation.set}(${invitationId})?$select=inv_code`);
  const id = randomUUID();
  await admin.create(redemptionRequest.set, {
    [redemptionRequest.id]: id,
    inv_name: 'Sign-up page',
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${carla.id})`,
  });
  await until('the redemption', async () => {
    const row = await admin.get(`${redemptionRequest.set}(${id})`);
    return row['statecode'] === redemptionRequest.state.active ? undefined : row;
  });
}
