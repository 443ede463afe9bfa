import {
  answer,
  chooseView,
  command,
  dialog,
  fill,
  openFromSiteMap,
  selectRows,
  sortBy,
  untilLoaded,
} from '../hands.js';
import type { Studio } from '../studio.js';

const flyout = 'inv.contact.HomepageGrid.CreateInvitations';
/** Amélie has an open invitation already, Inès does not allow emails. From the bottom of the list to its top. */
const amelie = 'Amélie Laurent';
const uninvited = ['Inès Benali', 'Emma Whitfield', 'Dieter Krüger', 'Daniel Ferguson', 'Clara Hoffmann'];
const guests = [...uninvited, amelie];

/** From the lists: an invitation for each of several contacts, sent together; one for a group. */
export async function inviteMany(studio: Studio): Promise<void> {
  const page = await studio.open();
  await openFromSiteMap(page, 'Contacts');
  await selectRows(page, guests);
  await command(page, flyout);
  const oneEach = page.locator(`[data-id$="|${flyout}.OneEach"]`);
  await oneEach.waitFor();
  await studio.take('create-invitations', page);

  await oneEach.click();
  await dialog(page);
  await studio.take('create-for-each', page);
  await answer(page, 'confirmButton');
  await answer(page, 'okButton');
  await openFromSiteMap(page, 'Invitations');
  await chooseView(page, 'New Invitations');
  await sortBy(page, 'Name');
  await selectRows(page, uninvited);
  await studio.take('invitations', page);

  await command(page, 'inv.inv_invitation.HomepageGrid.Send');
  await dialog(page);
  await studio.take('send-many', page);
  await answer(page, 'confirmButton');
  await (await dialog(page)).locator('[data-id="okButton"]').waitFor();
  await studio.take('sent-many', page);
  await answer(page, 'okButton');

  await openFromSiteMap(page, 'Contacts');
  await selectRows(page, guests);
  await command(page, flyout);
  await page.locator(`[data-id$="|${flyout}.Group"]`).click();
  await answer(page, 'confirmButton');
  const panel = page.locator('[data-id="quickCreateRoot"]');
  await panel.waitFor();
  await fill(panel, 'inv_name', 'Summer reception');
  await fill(panel, 'inv_maximumredemptions', '4');
  await fill(panel, 'inv_expirydate', '6/12/2026');
  await studio.take('quick-create', page);

  await panel.locator('[data-id="quickCreateSaveAndCloseBtn"]').click();
  await answer(page, 'okButton');
  await untilLoaded(page);
  await studio.take('group', page);
  await page.context().close();
}
