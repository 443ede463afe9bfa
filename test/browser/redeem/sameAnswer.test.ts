import { expect, it, jest } from '@jest/globals';
import type { SystemWithDoors } from '../../../scripts/system/startWithDoors.js';
import { deactivate, inviteGroup, inviteOne, linkOf, past } from './invitations.js';
import { untilShows } from './onThePage.js';
import { createPerson, type Person } from './people.js';
import { alreadySignedIn } from './signedIn.js';
import { useDoors } from './useDoors.js';

jest.setTimeout(60_000);
const doors = useDoors();

/** Links that are not valid, each for another reason. */
async function deadLinks(system: SystemWithDoors, invited: Person): Promise<readonly string[]> {
  const used = { inv_redemptions: 1, 'inv_redeemedcontactid@odata.bind': `/contacts(${invited.id})` };
  const full = { inv_maximumredemptions: 2, inv_redemptions: 2 };
  const revoked = await inviteOne(system, invited);
  await deactivate(system, revoked);
  const [expired, single, group] = await Promise.all([
    inviteOne(system, invited, { inv_expirydate: past }),
    inviteOne(system, invited, used),
    inviteGroup(system, [invited], full),
  ]);
  const unknown = linkOf(system, 'nobodyhasthiscode');
  const empty = linkOf(system, '%20');
  return [unknown, empty, ...[revoked, expired, single, group].map(({ link }) => link)];
}

it.each([
  ['a stranger', false],
  ['somebody who has signed in and is not invited', true],
])('To %s unknown, revoked, expired and used-up codes look the same to the pixel', async (_, signedIn) => {
  const system = doors.system();
  const links = await deadLinks(system, await createPerson(system));
  const { page, allow } = await doors.window();
  allow(/status of 404/);
  if (signedIn) await alreadySignedIn(page, system, await createPerson(system));
  const pictures: string[] = [];
  const sources = new Set<string>();
  for (const link of links) {
    await page.goto(link);
    await untilShows(page, 'invalid');
    pictures.push((await page.screenshot({ fullPage: true })).toString('base64'));
    // The token of the form is another one on every page.
    sources.add((await page.content()).replaceAll(/name="token" value="[^"]*"/g, ''));
  }
  expect(pictures).toHaveLength(6);
  expect(new Set(pictures).size).toBe(1);
  expect(sources.size).toBe(1);
});
