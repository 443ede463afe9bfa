import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser/launchBrowser.js';
import { startWithDoors, type SystemWithDoors } from '../../../scripts/system/startWithDoors.js';
import { until } from '../../../scripts/system/until.js';
import { invitation, inviteRedemption } from '../../../solution/schema.js';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import { mailsTo } from '../app/mails.js';

jest.setTimeout(120_000);
let system: SystemWithDoors;
let browser: Browser;
let accountId: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([startWithDoors(), launchBrowser()]);
  accountId = randomUUID();
  await system.admin.create('accounts', { accountid: accountId, name: 'Fabrikam <Doors>' });
});
afterAll(async () => {
  await browser.close();
  await system.close();
});

interface Invited {
  readonly invitationId: string;
  readonly contactId: string;
  readonly address: string;
  readonly link: string;
}

/** Invites a new contact by mail. */
async function invite(lastname: string): Promise<Invited> {
  const { admin } = system;
  const [invitationId, contactId] = [randomUUID(), randomUUID()];
  const address = `${lastname.toLowerCase()}@doors.example`;
  await admin.create('contacts', {
    contactid: contactId,
    firstname: 'Ines',
    lastname,
    emailaddress1: address,
  });
  await admin.create(invitation.set, {
    [invitation.id]: invitationId,
    inv_name: lastname,
    inv_type: invitation.type.single,
    'inv_contactid@odata.bind': `/contacts(${contactId})`,
    'inv_accountid@odata.bind': `/accounts(${accountId})`,
    statuscode: invitation.status.sendRequested,
  });
  const [mail] = await mailsTo(system, address);
  const link = /href="([^"]*\/register[^"]*)"/.exec(mail?.html ?? '')?.[1]?.replaceAll('&amp;', '&');
  if (link === undefined) throw new Error('The mail has no link to the doors.');
  return { invitationId, contactId, address, link };
}

/** The rows that a redemption changes. */
async function state({ invitationId, contactId }: Invited): Promise<readonly unknown[]> {
  const { admin } = system;
  const row = await admin.get(`${invitation.set}(${invitationId})`);
  const person = await admin.get(`contacts(${contactId})`);
  const redemptions = await admin.rows(
    `${inviteRedemption.set}?$filter=_regardingobjectid_value eq ${invitationId}`,
  );
  return [row['@odata.etag'], person['@odata.etag'], redemptions.length];
}

async function openPage(link: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await page.goto(link);
  return page;
}

/** Signs in at the sandbox's identity provider. */
async function signIn(page: Page, address: string): Promise<void> {
  await page.locator('form[action="/sign-in"] button').first().click();
  await page.getByRole('button', { name: address }).click();
  await page.waitForURL(`${system.doors}/register`);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const accept = (page: Page) => page.getByRole('button', { name: english.accept });

describe('from the mail to the site', () => {
  it('an invited person signs in, accepts, and sees what they have', async () => {
    const invited = await invite('Accepting');
    const page = await openPage(invited.link);
    await heading(page, 'You are invited to');
    expect(page.url()).toBe(`${system.doors}/register`);
    await signIn(page, invited.address);
    await accept(page).click();
    await heading(page, 'Welcome to');
    expect(await page.locator('dd').first().textContent()).toBe('Fabrikam <Doors>');
    const row = await system.admin.get(`contacts(${invited.contactId})`);
    expect(row._parentcustomerid_value).toBe(accountId);
    // The link again: nothing happens twice.
    await page.goto(invited.link);
    await heading(page, english.beforeTitle);
    // To a stranger it is not valid, and nothing more.
    const stranger = await openPage(invited.link);
    await heading(stranger, english.invalidTitle);
    expect(await stranger.content()).not.toContain('Fabrikam');
  });

  it('somebody else is told so, switches, and the invitation is intact', async () => {
    const [invited, other] = [await invite('Switching'), await invite('Curious')];
    const before = await state(invited);
    const page = await openPage(invited.link);
    await signIn(page, other.address);
    await heading(page, english.wrongTitle);
    expect(await page.locator('main').textContent()).not.toContain(invited.address);
    expect(await state(invited)).toEqual(before);
    await page.getByRole('button', { name: english.switchAccount }).click();
    await signIn(page, invited.address);
    await accept(page).click();
    await heading(page, 'Welcome to');
  });

  it('an invited person whose invitation was withdrawn learns it, and asks for a new one', async () => {
    const invited = await invite('Withdrawn');
    await system.admin.update(`${invitation.set}(${invited.invitationId})`, {
      statecode: 1,
      statuscode: invitation.status.inactive,
    });
    const page = await openPage(invited.link);
    await heading(page, english.invalidTitle);
    await signIn(page, invited.address);
    await heading(page, english.closedTitle);
    await page.getByText(english.closedInactive).waitFor();
    await page.getByRole('button', { name: english.ask, exact: true }).click();
    await page.getByText(english.asked).waitFor();
    const tasks = await until('the task', async () => {
      const found = await system.admin.rows(
        `tasks?$filter=_regardingobjectid_value eq ${invited.invitationId}`,
      );
      return found.length > 0 ? found : undefined;
    });
    expect(tasks).toHaveLength(1);
  });

  it('a scanner that opens all it finds, with scripts, changes nothing', async () => {
    const invited = await invite('Scanned');
    const before = await state(invited);
    const page = await openPage(invited.link);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const own = links.flatMap((href) => (href?.startsWith('/') ? [system.doors + href] : []));
    const paths = ['/redeem', '/ask', '/sign-in', '/sign-out', '/redeemed', '/signed-in/sandbox'];
    for (const address of [invited.link, ...own, ...paths.map((path) => system.doors + path)]) {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) {
        await page.request.fetch(address, { method });
      }
      await page.goto(address);
    }
    expect(await state(invited)).toEqual(before);
    // And the invitation is as good as it was.
    const person = await openPage(invited.link);
    await signIn(person, invited.address);
    await accept(person).click();
    await heading(person, 'Welcome to');
  });
});
