import { jest } from '@jest/globals';
import { deactivate, inviteGroup, inviteOne, linkOf, past } from '../invitations.js';
import { send } from '../onThePage.js';
import { createPerson, linkIdentity } from '../people.js';
import { useDoors } from '../useDoors.js';
import type { Outcome } from './outcome.js';
import { testOutcomes } from './testOutcomes.js';

jest.setTimeout(60_000);

const notValid = { en: 'not valid', de: 'nicht gültig', fr: 'pas valable', es: 'no es válida' };

const outcomes: readonly Outcome[] = [
  {
    name: 'the wrong account',
    signedIn: true,
    state: 'wrongAccount',
    status: 403,
    texts: ['wrongTitle', 'wrongLead', 'wrongKept', 'switchAccount'],
    human: { en: 'somebody else', de: 'jemand anderen', fr: 'quelqu’un d’autre', es: 'otra persona' },
    async reach({ system, window: { page } }) {
      const { link, code } = await inviteOne(system, await createPerson(system));
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'the wrong account for a group',
    signedIn: true,
    state: 'wrongAccount',
    status: 403,
    texts: ['wrongTitle', 'wrongLeadGroup', 'wrongKept', 'switchAccount'],
    human: {
      en: 'among those invited',
      de: 'Eingeladenen',
      fr: 'personnes invitées',
      es: 'personas invitadas',
    },
    async reach({ system, window: { page } }) {
      const { link, code } = await inviteGroup(system, [await createPerson(system)]);
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'the invited contact has another account',
    signedIn: true,
    state: 'identityTaken',
    status: 403,
    texts: ['takenTitle', 'takenLead', 'takenHelp', 'switchAccount'],
    human: { en: 'another account', de: 'anderes Konto', fr: 'autre compte', es: 'otra cuenta' },
    async reach({ system, window: { page }, person }) {
      await linkIdentity(system, person, { id: `who was here before ${person.id}` });
      const { link, code } = await inviteOne(system, person);
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'an inactive contact',
    signedIn: true,
    state: 'inactive',
    status: 403,
    texts: ['inactiveTitle', 'inactiveLead', 'switchAccount'],
    human: { en: 'suspended', de: 'gesperrt', fr: 'suspendu', es: 'suspendido' },
    async reach({ system, window: { page }, person }) {
      await linkIdentity(system, person);
      const { link, code } = await inviteOne(system, person);
      await system.admin.update(`contacts(${person.id})`, { statecode: 1, statuscode: 2 });
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'a code that nobody has, to a stranger',
    signedIn: false,
    state: 'invalid',
    status: 404,
    texts: ['invalidTitle', 'invalidLead', 'invalidSignIn', 'invalidAsk', 'retypeTitle'],
    human: notValid,
    async reach({ system, window: { page } }) {
      const code = 'thisisnocode';
      await page.goto(linkOf(system, code));
      return code;
    },
  },
  {
    name: 'a code that is closed, to somebody who is not invited',
    signedIn: true,
    state: 'invalid',
    status: 404,
    texts: ['invalidTitle', 'invalidLead', 'invalidSwitch', 'switchAccount'],
    human: notValid,
    async reach({ system, window: { page } }) {
      const { link, code } = await inviteOne(system, await createPerson(system), { inv_expirydate: past });
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'expired, to the invited contact',
    signedIn: true,
    state: 'closed',
    texts: ['closedTitle', 'closedExpired', 'askLead', 'ask'],
    human: {
      en: 'January 31, 2020',
      de: '31. Januar 2020',
      fr: '31 janvier 2020',
      es: '31 de enero de 2020',
    },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person, { inv_expirydate: '2020-01-31' });
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'ended because it had expired, to the invited contact',
    signedIn: true,
    state: 'closed',
    texts: ['closedTitle', 'closedExpiredOnce', 'ask'],
    human: { en: 'expired', de: 'abgelaufen', fr: 'expiré', es: 'caducado' },
    async reach({ system, window: { page }, person }) {
      const invited = await inviteOne(system, person);
      await deactivate(system, invited, 'expired');
      await page.goto(invited.link);
      return invited.code;
    },
  },
  {
    name: 'withdrawn, to the invited contact',
    signedIn: true,
    state: 'closed',
    texts: ['closedTitle', 'closedInactive', 'ask'],
    human: { en: 'withdrawn', de: 'zurückgezogen', fr: 'retirée', es: 'retirado' },
    async reach({ system, window: { page }, person }) {
      const invited = await inviteOne(system, person);
      await deactivate(system, invited);
      await page.goto(invited.link);
      return invited.code;
    },
  },
  {
    name: 'a group without places left, to an invited contact',
    signedIn: true,
    state: 'closed',
    texts: ['closedTitle', 'closedExhaustedGroup', 'ask'],
    human: { en: 'have been taken', de: 'vergeben', fr: 'sont prises', es: 'ocupadas' },
    async reach({ system, window: { page }, person }) {
      const used = { inv_maximumredemptions: 4, inv_redemptions: 4 };
      const { link, code } = await inviteGroup(system, [person], used);
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'a new one was asked for',
    signedIn: true,
    state: 'closed',
    texts: ['closedTitle', 'asked'],
    human: { en: 'passed on', de: 'weitergeleitet', fr: 'transmise', es: 'transmitido' },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person, { inv_expirydate: past });
      await page.goto(link);
      await send(page, '/ask');
      await page.getByRole('status').waitFor();
      return code;
    },
  },
];

testOutcomes(useDoors(), outcomes);
