import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inviteOne } from './invitations.js';
import { goToSignIn, openSignedIn, send, untilShows } from './onThePage.js';
import { createPerson } from './people.js';
import { traces } from './traces.js';
import { useDoors } from './useDoors.js';

jest.setTimeout(60_000);
const doors = useDoors();

/** Addresses in the history of a tab, as the browser keeps it. */
async function history(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.map(({ url }) => url);
}

it('The code is in one request, and in no address, no history, no referrer and no page after it', async () => {
  const system = doors.system();
  const person = await createPerson(system);
  const { link, code } = await inviteOne(system, person);
  const { page, allow } = await doors.window();
  // The provider's page is not good for a second sign-in, when somebody goes back to it.
  allow(/status of 400/);
  const requests: string[] = [];
  page.on('request', (request) => {
    requests.push(JSON.stringify([request.url(), request.headers()['referer'], request.postData()]));
  });
  await page.goto('about:blank');
  const before = await page.evaluate(() => window.history.length);
  await page.goto(link);
  await untilShows(page, 'open');
  expect(await page.evaluate(() => window.history.length)).toBe(before + 1);
  expect(await traces(page, code)).toEqual([]);
  await goToSignIn(page);
  expect(await traces(page, code)).toEqual([]);
  await page.locator(`button[name=person][value="${person.id}"]`).click();
  await untilShows(page, 'welcome');
  expect(await traces(page, code)).toEqual([]);
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
  expect(await traces(page, code)).toEqual([]);
  await page.getByRole('link', { name: 'Continue to' }).click();
  await page.getByRole('heading', { name: 'Welcome to the portal' }).waitFor();
  expect(await traces(page, code)).toEqual([]);

  expect(requests.length).toBeGreaterThan(8);
  expect(requests.filter((request) => request.includes(code))).toEqual([expect.stringContaining(link)]);
  expect(doors.site().asked.at(-1)).toBe('/welcome from nowhere');
  const addresses = await history(page);
  expect(addresses).toContain(`${system.doors}/register`);
  expect(addresses.join(' ')).not.toContain(code);
  // Back to the link, page by page.
  for (let step = 2; step < addresses.length; step += 1) {
    await page.goBack();
    expect(await traces(page, code)).toEqual([]);
  }
});

it('Neither cookies nor the storage of the browser hold the code in a form that can be read', async () => {
  const system = doors.system();
  const person = await createPerson(system);
  const { link, code } = await inviteOne(system, person);
  const { page } = await doors.window();
  await openSignedIn(page, link, person);
  const { cookies, origins } = await page.context().storageState();
  expect(cookies.map(({ name }) => name)).toEqual(expect.arrayContaining(['journey', 'visitor']));
  for (const { name, value, httpOnly, sameSite } of cookies) {
    expect([name, httpOnly, sameSite]).toEqual([name, true, 'Lax']);
    const parts = value.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect([value, ...parts].join(' ')).not.toContain(code);
  }
  expect(origins).toEqual([]);
});
