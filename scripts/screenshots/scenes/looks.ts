import type { Page } from 'playwright-core';
import { invitation } from '../../../solution/schema.js';
import { sortBy, untilOnTimeline } from '../hands.js';
import type { Studio } from '../studio.js';

const german = 1031;
const english = 1033;

/** The same app in the dark, on a phone, and in another language. */
export async function looks(studio: Studio): Promise<void> {
  const { admin } = studio.system;
  const [sent] = await admin.rows(
    `${invitation.set}?$select=inv_invitationid&$filter=inv_name eq 'Carla Mendes'`,
  );
  const path = `/main.aspx?pagetype=entityrecord&etn=${invitation.name}&id=${String(sent?.['inv_invitationid'])}`;
  const list = `/main.aspx?pagetype=entitylist&etn=${invitation.name}`;

  const dark = await studio.open(list, { colorScheme: 'dark' });
  await sortBy(dark, 'Name');
  await studio.take('dark', dark);
  await close(dark);

  const phone = await studio.open(path, { viewport: { width: 390, height: 844 } });
  await phone.locator('[data-id="inv_contactid-FieldSectionItemContainer"]').waitFor();
  await studio.take('phone', phone);
  await close(phone);

  await speak(studio, german);
  const page = await studio.open(path);
  await untilOnTimeline(page, 1);
  await studio.take('german', page);
  await close(page);
  await speak(studio, english);
}

const close = (page: Page): Promise<void> => page.context().close();

/** Sets the user's language. */
async function speak({ system: { admin } }: Studio, language: number): Promise<void> {
  const [manager] = await admin.rows(
    "systemusers?$select=systemuserid&$filter=domainname eq 'manager@sandbox.example'",
  );
  await admin.update(`usersettingscollection(${String(manager?.['systemuserid'])})`, {
    uilanguageid: language,
  });
}
