import { expect, it, jest } from '@jest/globals';
import { environmentVariables, invitation, linkedIdentity } from '../../../solution/schema.js';
import { inviteGroup } from './invitations.js';
import { goToSignIn, send, untilShows } from './onThePage.js';
import type { Outcome } from './outcomes/outcome.js';
import { testOutcomes } from './outcomes/testOutcomes.js';
import { alreadySignedIn } from './signedIn.js';
import { useDoors } from './useDoors.js';

jest.setTimeout(60_000);
const doors = useDoors({ settings: { [environmentVariables.redeemerPolicy.name]: 'anyone' } });

const newcomer: Outcome = {
  name: 'somebody new is welcome in a group that is open to anyone',
  signedIn: false,
  state: 'welcome',
  texts: ['openTitle', 'signedIn', 'acceptNew', 'accept', 'notYou'],
  human: { en: 'a profile', de: 'ein Profil', fr: 'un profil', es: 'un perfil' },
  async reach({ system, window: { page }, language }) {
    const { link, code } = await inviteGroup(system, []);
    const stranger = { id: `new ${language}`, name: 'Nora Neumann', address: `nora@${language}.example` };
    await alreadySignedIn(page, system, stranger);
    await page.goto(link);
    return code;
  },
};
testOutcomes(doors, [newcomer]);

it('A stranger becomes a contact of the group, once, with the name and address of the provider', async () => {
  const system = doors.system();
  const { id, link } = await inviteGroup(system, [], { inv_maximumredemptions: 5 });
  const { page } = await doors.window();
  await page.goto(link);
  await goToSignIn(page);
  await page.getByText('Somebody else', { exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill('Nils Newman');
  await page.getByLabel('Address of somebody else').fill('nils@newman.example');
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await untilShows(page, 'welcome');
  await send(page, '/redeem');
  await untilShows(page, 'redeemed');
  await page.goto(link);
  await untilShows(page, 'redeemedBefore');

  const contacts = await system.admin.rows("contacts?$filter=emailaddress1 eq 'nils@newman.example'");
  expect(contacts).toMatchObject([{ fullname: 'Nils Newman', statecode: 0 }]);
  const links = await system.admin.rows(
    `${linkedIdentity.set}?$filter=_inv_contactid_value eq ${String(contacts[0]?.['contactid'])}`,
  );
  expect(links).toMatchObject([{ inv_proof: linkedIdentity.proof.newContact, inv_provider: 'Sandbox' }]);
  expect(await system.admin.get(`${invitation.set}(${id})`)).toMatchObject({ inv_redemptions: 1 });
});
