import { jest } from '@jest/globals';
import { inviteGroup, inviteOne } from '../invitations.js';
import { goToSignIn, send, untilShows } from '../onThePage.js';
import { useDoors } from '../useDoors.js';
import type { Outcome } from './outcome.js';
import { testOutcomes } from './testOutcomes.js';

jest.setTimeout(60_000);

const day = '2031-04-09';
const dayInWords = {
  en: 'Wednesday, April 9, 2031',
  de: 'Mittwoch, 9. April 2031',
  fr: 'mercredi 9 avril 2031',
  es: 'miércoles, 9 de abril de 2031',
};

const outcomes: readonly Outcome[] = [
  {
    name: 'an open invitation, before signing in',
    signedIn: false,
    state: 'open',
    texts: ['openTitle', 'openBy', 'untilEnd', 'signInTitle', 'signInLead', 'signInWith'],
    human: dayInWords,
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person, { inv_expirydate: day });
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'an open invitation of a group',
    signedIn: false,
    state: 'open',
    texts: ['openTitle', 'usesLeft', 'signInLeadGroup'],
    human: { en: '1,200', de: '1.200', fr: '1 200', es: '1200' },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteGroup(system, [person], { inv_maximumredemptions: 1200 });
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'welcome, after signing in',
    signedIn: true,
    state: 'welcome',
    texts: ['openTitle', 'signedIn', 'acceptAs', 'accept', 'notYou'],
    human: {
      en: 'Accept invitation',
      de: 'Einladung annehmen',
      fr: 'Accepter l’invitation',
      es: 'Aceptar la invitación',
    },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person);
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'signing in was cancelled',
    signedIn: false,
    state: 'open',
    texts: ['noticeCancelled', 'signInTitle'],
    human: { en: 'cancelled', de: 'abgebrochen', fr: 'annulé', es: 'cancelado' },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person);
      await page.goto(link);
      await goToSignIn(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      return code;
    },
  },
  {
    name: 'the provider cannot be reached',
    signedIn: false,
    state: 'open',
    texts: ['noticeUnreachable', 'incident'],
    human: { en: 'try again later', de: 'später noch einmal', fr: 'réessayer plus tard', es: 'más tarde' },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person);
      await page.goto(link);
      await page.getByRole('button', { name: 'Elsewhere' }).click();
      await page.locator('.notice').waitFor();
      return code;
    },
  },
  {
    name: 'the provider answers to a sign-in that nobody has begun',
    signedIn: false,
    state: 'open',
    texts: ['noticeSignInFailed', 'incident'],
    human: { en: 'did not work', de: 'nicht geklappt', fr: 'échoué', es: 'No se ha podido' },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person);
      await page.goto(link);
      await page.goto(`${system.doors}/signed-in/sandbox?code=forged&state=forged`);
      return code;
    },
  },
  {
    name: 'redeemed',
    signedIn: true,
    state: 'redeemed',
    texts: ['doneTitle', 'doneLead', 'roles', 'goOn'],
    human: {
      en: 'Welcome to Contoso',
      de: 'Willkommen bei Contoso',
      fr: 'Bienvenue chez Contoso',
      es: 'bienvenida a Contoso',
    },
    async reach({ system, window: { page }, person }) {
      const { link, code, id } = await inviteOne(system, person);
      const [role] = await system.admin.rows("inv_webroles?$filter=inv_key eq 'customer'");
      await system.admin.link(
        `inv_invitations(${id})`,
        'inv_invitation_webroles',
        `inv_webroles(${String(role?.['inv_webroleid'])})`,
      );
      await page.goto(link);
      await send(page, '/redeem');
      return code;
    },
  },
  {
    name: 'redeemed before',
    signedIn: true,
    state: 'redeemedBefore',
    texts: ['beforeTitle', 'beforeLead', 'goOn'],
    human: { en: 'already accepted', de: 'bereits angenommen', fr: 'déjà accepté', es: 'ya ha aceptado' },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person);
      await page.goto(link);
      await send(page, '/redeem');
      await untilShows(page, 'redeemed');
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'redeemed, though the contact stays with another account',
    signedIn: true,
    state: 'redeemed',
    texts: ['doneTitle', 'keptAccount'],
    human: {
      en: 'another organization',
      de: 'anderen Organisation',
      fr: 'autre organisation',
      es: 'otra organización',
    },
    async reach({ system, window: { page }, person }) {
      const [first, second] = await system.admin.rows('accounts?$select=accountid&$top=2');
      await system.admin.update(`contacts(${person.id})`, {
        'parentcustomerid_account@odata.bind': `/accounts(${String(first?.['accountid'])})`,
      });
      const { link, code } = await inviteOne(system, person, {
        'inv_accountid@odata.bind': `/accounts(${String(second?.['accountid'])})`,
      });
      await page.goto(link);
      await send(page, '/redeem');
      return code;
    },
  },
  {
    name: 'no code at all',
    signedIn: false,
    state: 'code',
    texts: ['codeTitle', 'codeLabel', 'codeNext', 'codeByLink'],
    human: {
      en: 'your invitation code',
      de: 'Ihren Einladungscode',
      fr: 'votre code d’invitation',
      es: 'su código de invitación',
    },
    async reach({ system, window: { page } }) {
      await page.goto(`${system.doors}/register`);
      return '';
    },
  },
  {
    name: 'no such page',
    signedIn: false,
    state: 'lost',
    status: 404,
    texts: ['lostTitle', 'lostLead', 'toStart'],
    human: { en: 'Page not found', de: 'nicht gefunden', fr: 'introuvable', es: 'no encontrada' },
    async reach({ system, window: { page } }) {
      await page.goto(`${system.doors}/register/else`);
      return '';
    },
  },
];

testOutcomes(useDoors(), outcomes);
