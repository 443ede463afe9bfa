import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { visitorOf } from '../../../plugins/doors/signIn/visitor/visitorOf.js';
import { launchBrowser } from '../../../scripts/browser/launchBrowser.js';
import { freePorts } from '../../../scripts/system/freePorts.js';
import { startIdentityProvider } from '../../../sandbox/identity/startIdentityProvider.js';
import { invitation } from '../../../solution/schema.js';
import { invited } from '../../service/redeem/visitors/people.js';
import { doorsConfig, fakeSignIn } from '../page/fakes.js';
import { attackDoors, type Attacked } from './attacked.js';
import { strangers } from './strangers.js';

jest.setTimeout(60_000);
let browser: Browser;
let doors: Attacked;
let url: string;
/** What somebody is called at their provider, and the provider itself. */
let claims = {};

/** Those that a browser could take for more than text. */
const everything = strangers.map(([, text]) => text).filter((text) => /[<>]|onfocus/.test(text));

beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  url = `http://127.0.0.1:${port}`;
  const [nasty = ''] = everything.filter((text) => text.includes('<img'));
  const providers = [{ id: 'contoso', name: nasty }];
  const texts = { en: { openTitle: `${nasty} {brand}`, accept: nasty, notYou: nasty } };
  [browser, doors] = await Promise.all([
    launchBrowser(),
    attackDoors({
      config: { url, port, brand: { ...doorsConfig.brand, name: nasty, texts } },
      signIn: {
        ...fakeSignIn(),
        providers,
        origins: () => [url],
        begin: async (provider) => ({
          location: `${url}/signed-in/${provider}?code=code&state=state`,
          state: { provider, state: 'state', nonce: 'nonce', codeVerifier: 'verifier' },
        }),
        finish: async (_provider, answer) => {
          if (!answer.has('error')) return visitorOf(claims, { name: nasty, trustEmail: 'whenVerified' });
          throw invitationError('INV_VISITOR_NOT_SIGNED_IN', { provider: nasty, reason: nasty });
        },
      },
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await doors.close();
});

/** A page, and everything that a script, or an attempt at one, would leave behind. */
async function watchedPage() {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  page.setDefaultTimeout(10_000);
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => alarms.push(`error ${error.message}`));
  page.on('console', (message) => {
    // That a refusal has a status is no alarm.
    if (!message.text().startsWith('Failed to load resource')) alarms.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') alarms.push(`request ${request.url()}`);
  });
  return { page, alarms };
}

/** Elements and attributes that a text has become; texts of ours make none of them. */
const grown = (page: Page): Promise<number> =>
  page
    .locator('script, style, iframe, object, [onerror], [onfocus], [onload], img:not([src="/logo"])')
    .count();

describe.each(everything)('%j, wherever a person can write it,', (text) => {
  it('runs nothing and loads nothing in a browser', async () => {
    const { admin } = doors.product;
    const name = text.replace(/[\r\n]+/g, ' ');
    const [account, role] = [randomUUID(), randomUUID()];
    await admin.create('accounts', { accountid: account, name });
    await admin.create('inv_webroles', { inv_webroleid: role, inv_name: name, inv_key: role });
    const inviter = await doors.product.contact({ lastname: name.slice(0, 50) });
    const target = await invited(doors.product, {
      inv_name: name,
      'inv_accountid@odata.bind': `/accounts(${account})`,
      'inv_inviterid@odata.bind': `/contacts(${inviter})`,
      [`${invitation.manyToMany.webRoles}@odata.bind`]: [`/inv_webroles(${role})`],
    });
    await admin.update(`contacts(${target.contact})`, { firstname: name.slice(0, 50) });
    claims = {
      iss: 'https://a.example',
      sub: text.replace(/[^ -~]/g, ''),
      name: text,
      email: target.address,
      email_verified: true,
    };

    const { page, alarms } = await watchedPage();
    const shown: (string | null)[] = [];
    const look = async (): Promise<void> => {
      shown.push(await page.locator('main').getAttribute('data-state'));
      expect(await grown(page)).toBe(0);
    };
    // What is typed, and what an address brings along.
    await page.goto(`${url}/register?lang=${encodeURIComponent(text)}&returnurl=${encodeURIComponent(text)}`);
    await page.locator('#code').fill(text.replace(/[\r\n]+/g, ' '));
    await page.locator('form button').first().click();
    await look();
    await page.goto(`${url}/${encodeURIComponent(text)}?${encodeURIComponent(text)}`);
    await look();
    await page.goto(`${url}/signed-in/contoso?error=${encodeURIComponent(text)}`);
    await look();
    // What others have written.
    await page.goto(`${url}/register?invitation=${target.code}`);
    await look();
    await page.locator('button[value=contoso]').click();
    await look();
    await page.locator('form[action="/redeem"] button').click();
    await look();
    expect(shown).toEqual(['invalid', 'lost', 'invalid', 'open', 'welcome', 'redeemed']);
    expect(alarms).toEqual([]);
    await page.context().close();
  });
});

it('A script that got into the page would be seen: the browser refuses it, and says so', async () => {
  const { page, alarms } = await watchedPage();
  await page.goto(`${url}/register`);
  const reported = page.waitForEvent('console');
  await page.evaluate(`document.body.innerHTML = '<img src="https://evil.example/x" onerror="alert(1)">'`);
  await reported;
  expect(await grown(page)).toBe(1);
  expect(alarms.join('\n')).toMatch(/Content Security Policy/);
  await page.context().close();
});

it('The sandbox’s sign-in page shows names as they are, too', async () => {
  const provider = await startIdentityProvider({
    port: 0,
    contacts: async () =>
      everything.map((name, index) => ({ id: String(index), name, email: `${index}@contoso.example` })),
    clients: [{ id: 'invitations', redirectUris: ['http://127.0.0.1/signed-in/sandbox'] }],
  });
  const { page, alarms } = await watchedPage();
  const query = new URLSearchParams({
    client_id: 'invitations',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: 'http://127.0.0.1:9/signed-in/sandbox',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  });
  await page.goto(`${provider.url}/auth?${query.toString()}`);
  expect(await page.locator('button.person').count()).toBe(everything.length);
  expect(await page.locator('script, iframe, img, [onerror], [onfocus]').count()).toBe(0);
  expect(alarms).toEqual([]);
  await page.context().close();
  await provider.close();
});
