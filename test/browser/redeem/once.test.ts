import { expect, it, jest } from '@jest/globals';
import { invitation, inviteRedemption } from '../../../solution/schema.js';
import { inviteOne, type Invited } from './invitations.js';
import { send, untilShows } from './onThePage.js';
import { createPerson, type Person } from './people.js';
import { alreadySignedIn } from './signedIn.js';
import { useDoors } from './useDoors.js';
import type { Window } from './window.js';

jest.setTimeout(60_000);
const doors = useDoors();

interface Welcome {
  readonly window: Window;
  readonly person: Person;
  readonly invited: Invited;
}

/** Somebody who only has to accept. */
async function welcomed(): Promise<Welcome> {
  const system = doors.system();
  const person = await createPerson(system);
  const invited = await inviteOne(system, person);
  const window = await doors.window();
  await alreadySignedIn(window.page, system, person);
  await window.page.goto(invited.link);
  await untilShows(window.page, 'welcome');
  return { window, person, invited };
}

async function expectOneRedemption({ invited, person }: Welcome): Promise<void> {
  const { admin } = doors.system();
  expect(await admin.get(`${invitation.set}(${invited.id})`)).toMatchObject({
    inv_redemptions: 1,
    _inv_redeemedcontactid_value: person.id,
  });
  const found = await admin.rows(`${inviteRedemption.set}?$filter=_regardingobjectid_value eq ${invited.id}`);
  expect(found).toHaveLength(1);
}

it('A double click redeems once', async () => {
  const welcome = await welcomed();
  const { page } = welcome.window;
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
  });
  await page.locator('form[action="/redeem"] button').dblclick();
  await page.locator('main[data-state^="redeemed"]').waitFor();
  expect(posts.length).toBeGreaterThan(0);
  await expectOneRedemption(welcome);
});

it('Two tabs redeem once, and both say that it is done', async () => {
  const welcome = await welcomed();
  const { page } = welcome.window;
  const second = await page.context().newPage();
  await second.goto(`${doors.system().doors}/register`);
  await untilShows(second, 'welcome');
  await Promise.all([send(page, '/redeem'), send(second, '/redeem')]);
  for (const tab of [page, second]) await tab.locator('main[data-state^="redeemed"]').waitFor();
  await expectOneRedemption(welcome);
});

it('Going back after the success shows that it is done, and redeems nothing again', async () => {
  const welcome = await welcomed();
  const { page } = welcome.window;
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
  await page.goBack();
  await untilShows(page, 'redeemedBefore');
  await page.goForward();
  await untilShows(page, 'redeemed');
  await page.reload();
  await untilShows(page, 'redeemed');
  await expectOneRedemption(welcome);
});
