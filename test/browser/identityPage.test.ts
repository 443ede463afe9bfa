import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser/launchBrowser.js';
import {
  startIdentityProvider,
  type IdentityProvider,
} from '../../sandbox/identity/startIdentityProvider.js';
import { axeViolations } from './axe.js';

jest.setTimeout(60_000);

const people = Array.from({ length: 40 }, (_, index) => ({
  id: String(index),
  name: `Person ${index}`,
  email: `person${index}@contoso.example`,
}));
let browser: Browser;
let provider: IdentityProvider;
/** The client, on another port. */
let client: Server;

beforeAll(async () => {
  client = createServer((_request, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end('<title>Client</title><link rel="icon" href="data:,">'),
  ).listen(0, '127.0.0.1');
  [browser, provider] = await Promise.all([
    launchBrowser(),
    startIdentityProvider({
      port: 0,
      contacts: async () => people,
      clients: [{ id: 'invitations', secret: 'x', redirectUris: ['http://127.0.0.1/signed-in/sandbox'] }],
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await provider.close();
  client.close();
});

async function visit(options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  const query = new URLSearchParams({
    client_id: 'invitations',
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: `http://127.0.0.1:${(client.address() as AddressInfo).port}/signed-in/sandbox`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    state: 'state',
  });
  await page.goto(`${provider.url}/auth?${query.toString()}`);
  return { page, problems };
}

describe('the sign-in page of the identity provider', () => {
  it.each(['light', 'dark'] as const)('is accessible in %s, and fits a telephone', async (colorScheme) => {
    const { page, problems } = await visit({ colorScheme });
    await page.getByText('Somebody else', { exact: true }).click();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Type an address, or choose a person.');
    expect(await axeViolations(page)).toEqual([]);
    // Chromium itself tells of the status 400 that the page came with.
    expect(problems.filter((text) => !text.includes('400'))).toEqual([]);
    await page.context().close();
  });

  it('filters its list, and sends who is chosen back to the client, without a script', async () => {
    const { page, problems } = await visit({ javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('person 17');
    await page.keyboard.press('Enter');
    await page.waitForURL(/filter=person\+17/);
    expect(await page.getByRole('status').textContent()).toBe('1 person');
    await page.getByRole('button', { name: /^Person 17/ }).click();
    await page.waitForURL(/\/signed-in\/sandbox\?code=/);
    expect(new URL(page.url()).searchParams.get('iss')).toBe(provider.url);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('takes the enter key in the fields of somebody else for them', async () => {
    const { page } = await visit();
    await page.getByText('Somebody else', { exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Eve');
    await page.getByLabel('Address of somebody else').fill('eve@evil.example');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/signed-in\/sandbox\?code=/);
    await page.context().close();
  });
});
