import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { invitation } from '../../../solution/schema.js';
import { until } from '../../system/until.js';
import type { Row } from '../../system/webApi.js';
import type { Studio } from '../studio.js';

interface Guest {
  readonly id: string;
  readonly address: string;
}

const contact = (number: number, address: string): Guest => ({
  id: `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  address,
});
const greta = contact(27, 'greta.vogel@fabrikam.example');
const anna = contact(21, 'anna.becker@fabrikam.example');

const card: BrowserContextOptions = { viewport: { width: 640, height: 920 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** The redemption page: the way through it, what else it has to say, and its looks. */
export async function redemptionPage(studio: Studio): Promise<void> {
  const link = await invite(studio, greta);
  await look(studio, 'redeem-phone', link, phone);
  await look(studio, 'redeem-german', link, { ...card, locale: 'de-DE' });

  const wrong = await signedIn(studio, link, anna);
  await untilShows(wrong, 'wrongAccount');
  await studio.take('redeem-wrong-account', wrong);
  await close(wrong);

  const dark = await signedIn(studio, link, greta, { ...phone, colorScheme: 'dark' });
  await untilShows(dark, 'welcome');
  await studio.take('redeem-dark', dark);
  await close(dark);

  const page = await studio.visit(link, card);
  await untilShows(page, 'open');
  await studio.take('redeem', page);
  await signIn(page, greta);
  await untilShows(page, 'welcome');
  await studio.take('redeem-signed-in', page);
  await page.locator('form[action="/redeem"] button').click();
  await untilShows(page, 'redeemed');
  await studio.take('redeemed', page);
  await close(page);

  const expired = await invite(studio, greta, { inv_expirydate: '2026-04-30' });
  const closed = await signedIn(studio, expired, greta);
  await untilShows(closed, 'closed');
  await studio.take('redeem-closed', closed);
  await close(closed);
}

/** Mia Manager's invitation, with all that a guest can be told of it. @returns its link */
async function invite({ system }: Studio, guest: Guest, row: Row = {}): Promise<string> {
  const { admin, doors } = system;
  const id = randomUUID();
  const [mia] = await admin.rows("systemusers?$filter=domainname eq 'manager@sandbox.example'");
  const [account] = await admin.rows("accounts?$filter=name eq 'Fabrikam GmbH'");
  const [role] = await admin.rows("inv_webroles?$filter=inv_key eq 'customer'");
  await admin.create(invitation.set, {
    [invitation.id]: id,
    inv_name: 'Greta Vogel',
    inv_type: invitation.type.single,
    inv_expirydate: '2026-05-29',
    [`${invitation.lookups.invitedContact}@odata.bind`]: `/contacts(${guest.id})`,
    [`${invitation.lookups.assignToAccount}@odata.bind`]: `/accounts(${String(account?.accountid)})`,
    'ownerid@odata.bind': `/systemusers(${String(mia?.systemuserid)})`,
    ...row,
  });
  const path = `${invitation.set}(${id})`;
  await admin.link(path, invitation.manyToMany.webRoles, `inv_webroles(${String(role?.inv_webroleid)})`);
  const code = await until('the invitation to have its code', async () => {
    const { inv_code: code, inv_codehash: hash } = await admin.get(`${path}?$select=inv_code,inv_codehash`);
    return hash === null ? undefined : String(code);
  });
  return `${doors}/register?invitation=${code}`;
}

async function look(studio: Studio, name: string, link: string, looks: BrowserContextOptions): Promise<void> {
  const page = await studio.visit(link, looks);
  await untilShows(page, 'open');
  await studio.take(name, page);
  await close(page);
}

async function signedIn(
  studio: Studio,
  link: string,
  guest: Guest,
  looks: BrowserContextOptions = card,
): Promise<Page> {
  const page = await studio.visit(link, looks);
  await signIn(page, guest);
  return page;
}

async function signIn(page: Page, { address }: Guest): Promise<void> {
  await page.locator('form[action="/sign-in"] button').first().click();
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const untilShows = (page: Page, state: string): Promise<void> =>
  page.locator(`main[data-state="${state}"]`).waitFor();
const close = (page: Page): Promise<void> => page.context().close();
