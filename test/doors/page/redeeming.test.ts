import { describe, expect, it } from '@jest/globals';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import type { Redemptions } from '../../../plugins/doors/page/redemptions.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import type { Redemption } from '../../../plugins/redeem/redemption.js';
import { anna, fakeRedemptions } from './fakes.js';
import { openPage, type Browser } from './openPage.js';
import { statesByCode } from './states.js';

async function ready(part: Partial<Redemptions> = {}): Promise<Browser> {
  const browser = await openPage({ redemptions: fakeRedemptions(part) });
  await browser.follow();
  await browser.signIn();
  return browser;
}

const answering = (redemption: Redemption): Partial<Redemptions> => ({ redeem: async () => redemption });

describe('redeeming', () => {
  it('asks for the code of the link, as who has signed in, from where they are', async () => {
    const asked: unknown[] = [];
    const browser = await ready({
      redeem: async (request) => {
        asked.push(request);
        return { outcome: 'redeemed', reason: '' };
      },
    });
    await browser.post('/redeem', { code: 'another', visitor: 'mallory' });
    expect(asked).toEqual([{ code: 'thecode123', visitor: anna, ipAddress: '127.0.0.1' }]);
  });

  it('leads to what was granted, and on', async () => {
    const browser = await ready();
    const { statusCode, headers } = await browser.post('/redeem');
    expect([statusCode, headers.location]).toEqual([303, '/redeemed']);
    const { body } = await browser.get('/redeemed');
    expect(body).toContain('data-state="redeemed"');
    for (const text of ['Fabrikam, Inc.', 'Customer', 'Order Approver']) {
      expect(body).toContain(`<bdi>${text}</bdi>`);
    }
    expect(body).toContain(english.workflow);
    expect(body).toContain('href="https://portal.contoso.example/home"');
    // Once more, in another language.
    expect((await browser.follow('/redeemed?lang=es')).body).toContain('lang="es"');
  });

  it('says when the account was kept', async () => {
    const granted = { keptAccount: true, webRoles: [], workflow: false };
    const browser = await ready(answering({ outcome: 'redeemed', reason: '', granted }));
    await browser.post('/redeem');
    expect((await browser.get('/redeemed')).body).toContain(english.keptAccount);
  });

  it('of many roles tells as many as a cookie holds, and how many more there are', async () => {
    const webRoles = Array.from({ length: 60 }, (_, index) => `Rôle № ${index} ${'é'.repeat(40)}`);
    const granted = { keptAccount: false, webRoles, workflow: false };
    const browser = await ready(answering({ outcome: 'redeemed', reason: '', granted }));
    const { headers } = await browser.post('/redeem');
    expect(Buffer.byteLength(String(headers['set-cookie']))).toBeLessThan(4096);
    const { body } = await browser.get('/redeemed');
    const shown = webRoles.filter((name) => body.includes(`<bdi>${name}</bdi>`)).length;
    expect(shown).toBeGreaterThan(5);
    expect(body).toContain(`and <bdi>${60 - shown}</bdi> more`);
  });

  it('again leads to the same', async () => {
    const browser = await ready(answering({ outcome: 'alreadyRedeemed', reason: '' }));
    expect((await browser.post('/redeem')).headers.location).toBe('/redeemed');
    expect((await browser.get('/redeemed')).body).toContain(english.beforeTitle);
  });

  it('has not happened to who opens the last page first', async () => {
    const { headers } = await (await openPage()).get('/redeemed');
    expect(headers.location).toBe('/register');
  });
});

describe('a refusal', () => {
  const refusals: readonly Redemption[] = [
    { outcome: 'invalidCode', reason: 'why', errorCode: 'INV_CODE_INVALID' },
    { outcome: 'notInvited', reason: 'why', errorCode: 'INV_REDEEMER_NOT_INVITED' },
    { outcome: 'notInvited', reason: 'why', errorCode: 'INV_IDENTITY_TAKEN' },
    { outcome: 'contactInactive', reason: 'why', errorCode: 'INV_REDEEMER_INACTIVE' },
  ];

  it('is the same whatever the reason, and leaves at a full quarter of a second', async () => {
    const answers = [];
    for (const refusal of refusals) {
      const browser = await ready(answering(refusal));
      const { statusCode, headers, body } = await browser.post('/redeem');
      const same = { ...headers, date: undefined };
      answers.push({ statusCode, headers: same, body });
      expect(browser.waits).toEqual([250]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ statusCode: 303, body: '', headers: { location: '/register' } });
  });

  it('of a code is one page for all strangers, at a full quarter of a second', async () => {
    const pages = [];
    for (const code of ['unknown', 'expired', 'revoked', 'used']) {
      const browser = await openPage({
        redemptions: fakeRedemptions({ inspect: async () => ({ kind: 'invalid' }) }),
      });
      const { statusCode, body, headers } = await browser.follow(`/register?invitation=${code}`);
      const same = { ...headers, date: undefined };
      pages.push({ statusCode, same, body: body.replace(/name="token" value="[^"]*"/g, '') });
      expect(browser.waits).toEqual([250]);
    }
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
  });

  it('for too many attempts says when to try again', async () => {
    const browser = await openPage({
      redemptions: statesByCode({
        redeem: async () => ({ outcome: 'tooManyAttempts', reason: '', retryAfter: 580 }),
        inspect: async ({ visitor }) => (visitor ? { kind: 'locked', retryAfter: 580 } : { kind: 'invalid' }),
      }),
    });
    await browser.follow();
    const page = await browser.signIn();
    expect([page.statusCode, page.headers['retry-after']]).toEqual([429, '580']);
  });
});

describe('trouble while redeeming', () => {
  it('with Dataverse loses nothing, and the person tries again', async () => {
    const browser = await ready({
      redeem: () => Promise.reject(invitationError('INV_DATAVERSE_BUSY', { operation: 'a', seconds: 60 })),
    });
    expect((await browser.post('/redeem')).headers.location).toBe('/register');
    const { body } = await browser.get('/register');
    expect(body).toContain(english.noticeTrouble);
    expect(body).toContain('action="/redeem"');
    expect(browser.log).toContainEqual(expect.objectContaining({ errorCode: 'INV_DATAVERSE_BUSY' }));
  });

  it('that Dataverse makes for what is granted is told, without what it says', async () => {
    const browser = await ready(
      answering({ outcome: 'failed', reason: 'the role is gone', errorCode: 'INV_REDEMPTION_REFUSED' }),
    );
    await browser.post('/redeem');
    const { body } = await browser.get('/register');
    expect(body).toContain(english.noticeFailed);
    expect(body).not.toContain('the role is gone');
  });

  it('that turns out to have been none is not told', async () => {
    let redeemed = false;
    const browser = await ready({
      redeem: () => {
        redeemed = true;
        return Promise.reject(invitationError('INV_OUTCOME_UNKNOWN', { operation: 'a', reason: 'silence' }));
      },
      inspect: async () =>
        redeemed
          ? { kind: 'redeemed', card: { group: false, webRoles: [] } }
          : { kind: 'open', card: { group: false, webRoles: [] }, visitor: { kind: 'welcome' } },
    });
    await browser.post('/redeem');
    const { body } = await browser.get('/register');
    expect(body).toContain(english.beforeTitle);
    expect(body).not.toContain('role="alert"');
  });

  it('while looking is a page that tries again by itself', async () => {
    const browser = await openPage({
      redemptions: fakeRedemptions({
        inspect: () =>
          Promise.reject(
            invitationError('INV_DATAVERSE_UNREACHABLE', { url: 'https://x', reason: 'secret' }),
          ),
      }),
    });
    const { statusCode, headers, body } = await browser.follow();
    expect([statusCode, headers['retry-after'], headers['refresh']]).toEqual([
      503,
      '30',
      '30; url=/register',
    ]);
    expect(body).toContain(english.waitTitle);
    expect(body).not.toContain('secret');
    const line = browser.log.find(({ errorCode }) => errorCode === 'INV_DATAVERSE_UNREACHABLE');
    expect(body).toContain(String(line?.['incident']));
  });

  it('before the service is ready is no trouble but a pause', async () => {
    const browser = await openPage({ context: () => undefined });
    const { statusCode, headers, body } = await browser.follow();
    expect([statusCode, headers['retry-after'], headers['refresh']]).toEqual([
      503,
      '15',
      '15; url=/register',
    ]);
    expect(body).toContain('href="/register"');
  });
});

describe('asking for a new invitation', () => {
  it('is done, and seen to be done', async () => {
    let asked: unknown;
    const browser = await openPage({
      redemptions: statesByCode({
        askForNew: async (request) => {
          asked = request;
          return 'asked';
        },
      }),
    });
    await browser.follow('/register?invitation=closed-expired');
    await browser.signIn();
    const { statusCode, headers } = await browser.post('/ask');
    expect([statusCode, headers.location, browser.waits]).toEqual([303, '/register', []]);
    expect(asked).toEqual({ code: 'closed-expired', visitor: anna, ipAddress: '127.0.0.1' });
  });

  it('is refused like everything else', async () => {
    const browser = await ready({ askForNew: async () => 'refused' });
    const { headers } = await browser.post('/ask');
    expect([headers.location, browser.waits]).toEqual(['/register', [250]]);
  });

  it('that does not work is told', async () => {
    const browser = await ready({
      askForNew: () => Promise.reject(invitationError('INV_DATAVERSE_BUSY', { operation: 'a', seconds: 60 })),
    });
    await browser.post('/ask');
    expect((await browser.get('/register')).body).toContain(english.noticeTrouble);
  });
});
