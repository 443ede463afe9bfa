import { beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { everyRow, untilNothingChanges } from './everyRow.js';
import { future, inviteOne, type Invited } from './invitations.js';
import { send, signIn, untilShows } from './onThePage.js';
import { createPerson, type Person } from './people.js';
import { scan } from './scanner.js';
import { alreadySignedIn } from './signedIn.js';
import { useDoors } from './useDoors.js';

jest.setTimeout(60_000);
const doors = useDoors();

let person: Person;
let invited: Invited;
beforeAll(async () => {
  person = await createPerson(doors.system());
  invited = await inviteOne(doors.system(), person, { inv_expirydate: future });
  await untilNothingChanges(doors.system());
});

/** Expects that something changes no row, and that Dataverse is asked for nothing but rows all the while. */
async function changesNothing(look: () => Promise<void>): Promise<void> {
  const { counters } = doors.system().sandbox;
  const before = await everyRow(doors.system());
  counters.reset();
  await look();
  const { methods } = counters.snapshot();
  expect(await everyRow(doors.system())).toEqual(before);
  expect(Object.keys(methods)).toEqual(['GET']);
}

it.each([
  ['without cookies', false],
  ['with cookies', true],
])(
  'A scanner that takes the link apart, %s, changes nothing, four times at once',
  async (_, keepsCookies) => {
    await changesNothing(async () => {
      const scans = await Promise.all([1, 2, 3, 4].map(() => scan(invited.link, keepsCookies)));
      for (const scanned of scans) {
        expect(scanned.get(`GET ${invited.link}`)).toBe(303);
        expect(scanned.get(`OPTIONS ${invited.link}`)).toBe(204);
        expect(scanned.get(`GET ${doors.system().doors}/register`)).toBe(200);
        expect(scanned.get(`GET ${doors.system().doors}/redeem`)).toBe(405);
        expect(scanned.size).toBeGreaterThan(40);
      }
    });
  },
);

it.each([
  ['a scanner', false],
  ['the browser of the invited contact, who has signed in before,', true],
])('%s that opens all it finds, with scripts, and presses nothing, changes nothing', async (_, signedIn) => {
  const windows = await Promise.all([doors.window(), doors.window(), doors.window()]);
  for (const { page, allow } of windows) {
    // Chromium itself tells of pages that are not there for GET.
    allow(/status of 40[45]/);
    if (signedIn) await alreadySignedIn(page, doors.system(), person);
  }
  await changesNothing(async () => {
    await Promise.all(windows.map(({ page }) => openEverything(page)));
  });
});

/** Opens the link, then every address in the page, links and forms alike. */
async function openEverything(page: Page): Promise<void> {
  await page.goto(invited.link);
  expect(await page.locator('main').getAttribute('data-state')).toMatch(/open|welcome/);
  const found = await page
    .locator('a[href^="/"], form[action]')
    .evaluateAll((all) =>
      all.map((element) => element.getAttribute('href') ?? element.getAttribute('action')),
    );
  expect(found).toEqual(expect.arrayContaining(['/register?lang=de']));
  for (const path of new Set([...found, '/redeem', '/redeemed', '/ask'])) {
    await page.goto(doors.system().doors + (path ?? ''));
  }
}

it('… and after all that the invitation is as good as it was', async () => {
  const { page } = await doors.window();
  await page.goto(invited.link);
  await signIn(page, person);
  await untilShows(page, 'welcome');
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
});
