import { expect, it, jest } from '@jest/globals';
import { tokens } from '../../../scripts/system/startSystem.js';
import { webApi } from '../../../scripts/system/webApi.js';
import { invitation, linkedIdentity } from '../../../solution/schema.js';
import { rowPage } from '../app/addresses.js';
import { timeline } from '../app/timeline.js';
import { eventually } from '../eventually.js';
import { openApp } from '../openApp.js';
import { inviteOne, past, type Invited } from './invitations.js';
import { openSignedIn, send, signIn, untilShows } from './onThePage.js';
import { createPerson } from './people.js';
import { useDoors } from './useDoors.js';

jest.setTimeout(60_000);
const doors = useDoors();

const rowOf = ({ id }: Invited) => doors.system().admin.get(`${invitation.set}(${id})`);

it('Somebody with the wrong account switches to the right one, and the invitation is as it was until then', async () => {
  const system = doors.system();
  const [person, colleague] = [await createPerson(system), await createPerson(system)];
  const invited = await inviteOne(system, person);
  const before = await rowOf(invited);
  const { page, allow } = await doors.window();
  allow(/status of 403/);
  await openSignedIn(page, invited.link, colleague);
  await untilShows(page, 'wrongAccount');
  const said = await page.locator('main').textContent();
  expect(said).toContain(colleague.address);
  expect(said).not.toContain(person.address);
  expect(await rowOf(invited)).toEqual(before);

  await send(page, '/sign-out');
  await untilShows(page, 'open');
  await signIn(page, person);
  await untilShows(page, 'welcome');
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
  expect(await rowOf(invited)).toMatchObject({
    statuscode: invitation.status.redeemed,
    inv_redemptions: 1,
    _inv_redeemedcontactid_value: person.id,
  });
  const links = await system.admin.rows(
    `${linkedIdentity.set}?$filter=_inv_contactid_value eq ${person.id} or _inv_contactid_value eq ${colleague.id}`,
  );
  expect(links).toMatchObject([{ _inv_contactid_value: person.id }]);
});

it('The invited contact asks for a new invitation in the place of one that has expired, and its owner finds the task', async () => {
  const system = doors.system();
  const person = await createPerson(system);
  const { UserId: mia } = await webApi(system.url, tokens.manager).get('WhoAmI');
  const invited = await inviteOne(system, person, {
    inv_expirydate: past,
    'ownerid@odata.bind': `/systemusers(${String(mia)})`,
  });
  const { page, allow } = await doors.window();
  // To a stranger it is no invitation.
  allow(/status of 404/);
  await openSignedIn(page, invited.link, person);
  await untilShows(page, 'closed');
  await send(page, '/ask');
  await page.getByRole('status').waitFor();
  // Asking twice is asking once.
  await page.goto(invited.link);
  await page.getByRole('status').waitFor();
  expect(await page.locator('form[action="/ask"]').count()).toBe(0);

  const manager = await openApp(doors.browser(), system, 'manager', {
    path: rowPage(invitation.name, invited.id),
  });
  const task = expect.stringMatching(/^Task.*Ines Moreau asks for a new invitation.*has expired/s);
  await eventually(async () => expect(await timeline(manager.page).entries()).toEqual([task]));
  manager.expectClean();
  await manager.close();
});
