import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { subjectsOf } from '../../../../plugins/redeem/locks/subject.js';
import { redemptionLock } from '../../../../solution/schema.js';
import type { RunningService } from '../../../../plugins/host/startService.js';
import { inviteOne } from '../invitations.js';
import { send, untilShows } from '../onThePage.js';
import { refuseCookies } from '../refuseCookies.js';
import { withOldJourney } from '../signedIn.js';
import { startUnready } from '../startUnready.js';
import { useDoors } from '../useDoors.js';
import type { Outcome } from './outcome.js';
import { testOutcomes } from './testOutcomes.js';

jest.setTimeout(60_000);

let unready: RunningService | undefined;
beforeAll(async () => {
  unready = await startUnready();
});
afterAll(() => unready?.stop());

const outcomes: readonly Outcome[] = [
  {
    name: 'too many attempts',
    signedIn: false,
    state: 'locked',
    status: 429,
    texts: ['lockedTitle', 'lockedLead', 'lockedKept', 'tryAgain'],
    human: { en: '10 minutes', de: '10 Minuten', fr: '10 minutes', es: '10 minutos' },
    async reach({ system, window: { page, address }, person }) {
      const { link, code } = await inviteOne(system, person);
      const [asked] = subjectsOf({ address, code: '' }, system.sandbox.organization.id);
      await system.admin.create(redemptionLock.set, {
        inv_name: 'Counted by another service',
        inv_kind: redemptionLock.kind.address,
        inv_subject: asked?.hash,
        inv_service: randomUUID(),
        inv_failures: asked?.limit,
        inv_lastfailureon: new Date().toISOString(),
      });
      await page.goto(link);
      return code;
    },
  },
  {
    name: 'a browser without cookies, and a code typed by hand',
    signedIn: false,
    state: 'cookies',
    status: 403,
    texts: ['cookiesTitle', 'cookiesLead', 'tryAgain'],
    human: {
      en: 'does not accept cookies',
      de: 'keine Cookies',
      fr: 'n’accepte pas les cookies',
      es: 'no acepta cookies',
    },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person);
      await refuseCookies(page);
      await page.goto(link);
      await untilShows(page, 'code');
      await page.locator('#code').fill(code);
      await send(page, '/register');
      return code;
    },
  },
  {
    name: 'a form that was open for too long',
    signedIn: true,
    state: 'form',
    status: 403,
    texts: ['formTitle', 'formLead', 'formOpen'],
    human: { en: 'for too long', de: 'zu lange', fr: 'trop longtemps', es: 'demasiado tiempo' },
    async reach({ system, window: { page }, person }) {
      const { link, code } = await inviteOne(system, person);
      await page.goto(link);
      await withOldJourney(page, system, code);
      await send(page, '/redeem');
      return code;
    },
  },
  {
    name: 'a service that is not ready',
    signedIn: false,
    state: 'wait',
    status: 503,
    texts: ['waitTitle', 'waitLead', 'waitNow'],
    human: { en: '15 seconds', de: '15 Sekunden', fr: '15 secondes', es: '15 segundos' },
    async reach({ window: { page } }) {
      const code = 'somecode';
      await page.goto(`${unready?.doors ?? ''}/register?invitation=${code}`);
      return code;
    },
  },
  {
    name: 'Dataverse refuses what the redemption would write',
    signedIn: true,
    state: 'welcome',
    texts: ['noticeFailed', 'incident', 'accept'],
    human: {
      en: 'have been informed',
      de: 'wurden benachrichtigt',
      fr: 'ont été informés',
      es: 'Se ha informado',
    },
    async reach({ system, window: { page }, person }) {
      const { link, code, id } = await inviteOne(system, person);
      await page.goto(link);
      system.sandbox.faults.add({
        method: 'POST',
        body: `PATCH .*inv_invitations\\(${id}\\)`,
        failure: { kind: 'error', status: 400, code: '0x80040265', message: 'A plug-in has refused it.' },
      });
      await send(page, '/redeem');
      await page.locator('.notice').waitFor();
      return code;
    },
  },
];

testOutcomes(useDoors(), outcomes);
