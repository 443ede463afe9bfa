import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pino from 'pino';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createDoors } from '../../../plugins/doors/createDoors.js';
import { languages } from '../../../plugins/doors/page/language/languages.js';
import { english } from '../../../plugins/doors/page/language/texts/english.js';
import { launchBrowser } from '../../../scripts/browser/launchBrowser.js';
import { doorsConfig, fakeSignIn, pluginContext } from '../../doors/page/fakes.js';
import { signedInStates, statesByCode, strangerStates } from '../../doors/page/states.js';
import { axeViolations } from '../axe.js';

jest.setTimeout(120_000);
let browser: Browser;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  browser = await launchBrowser();
  // Its address is part of the configuration, so a free port has to be known before.
  const probe = await createDoors(parts('http://127.0.0.1:1'));
  url = await probe.listen({ port: 0 });
  await probe.close();
  app = await createDoors(parts(url));
  await app.listen({ port: Number(new URL(url).port) });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

const parts = (address: string) => {
  const signIn = fakeSignIn();
  return {
    config: { ...doorsConfig, url: address },
    context: () => pluginContext(),
    // A provider that sends everybody back at once.
    signIn: {
      ...signIn,
      origins: () => [address],
      begin: async (provider: string, wish: { choose: boolean; language: string }) => ({
        ...(await signIn.begin(provider, wish)),
        location: `${address}/signed-in/${provider}?code=fromprovider&state=state`,
      }),
    },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    redemptions: statesByCode(),
  };
};

/** Opens the link of a code in a browser of its own, and signs in where the state is for who has. */
async function open(code: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(`${url}/register?invitation=${code}`);
  if (code in signedInStates) await page.locator('button[value=contoso]').click();
  return page;
}

const colours = { runOnly: { type: 'rule' as const, values: ['color-contrast'] } };
const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

/** All that is wrong with a page: at a desk, on phones, and in the dark, where only the colours differ. */
async function wrong(page: Page): Promise<readonly string[]> {
  const found = [...(await axeViolations(page))];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (excess > 0) found.push(`${excess} px too wide for ${size.width} px`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...found, ...(await axeViolations(page, colours))];
}

describe('everybody can use the page', () => {
  it.each([...Object.keys(strangerStates), ...Object.keys(signedInStates)])('%s', async (code) => {
    const page = await open(code);
    expect(await wrong(page)).toEqual([]);
    await page.context().close();
  });
});

it.each(Object.keys(languages))('the page fits in %s, on the smallest phone too', async (language) => {
  const page = await open('welcome', { locale: language });
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await wrong(page)).toEqual([]);
  await page.context().close();
});

it('with letters of twice the size nothing is cut off', async () => {
  const page = await open('welcome', { viewport: { width: 640, height: 400 } });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'));
  const parts = await page
    .locator('main :is(h1, p, dd, button)')
    .evaluateAll((all) =>
      all.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.textContent),
    );
  expect(parts).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  await page.context().close();
});

it('without scripts, by keyboard alone, an invitation is accepted, and the way leads on', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-US' });
  const page = await context.newPage();
  const press = async (): Promise<void> => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await page.goto(`${url}/register?invitation=welcome`);
  await press();
  await page.getByText('Signed in with').waitFor();
  await press();
  await page.getByRole('heading', { name: 'Welcome to Contoso' }).waitFor();
  const onward = page.getByRole('link', { name: 'Continue to' });
  expect(await onward.getAttribute('href')).toBe(doorsConfig.returnUrl);
  await context.close();
});

it('the code is in no address that the browser has seen, but for the link', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen: string[] = [];
  page.on('request', (request) => {
    seen.push(JSON.stringify([request.url(), request.headers()['referer'] ?? '']));
  });
  await page.goto(`${url}/register?invitation=welcome`);
  await page.locator('button[value=contoso]').click();
  await page.getByRole('button', { name: english.accept }).click();
  await page.getByRole('heading', { name: 'Welcome to Contoso' }).waitFor();
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((request) => request.includes('welcome'))).toHaveLength(1);
  // Back, as far as it goes: the link was redirected, so it is no entry.
  const addresses: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    if ((await page.goBack()) === null) break;
    addresses.push(page.url());
  }
  expect(addresses).toContain(`${url}/register`);
  expect(addresses.join(' ')).not.toContain('welcome');
  await context.close();
});

it('the message about what went wrong has the focus', async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${url}/register`);
  await page.locator('#code').fill('  ');
  await page.locator('form button').click();
  expect(await page.locator(':focus').textContent()).toContain(english.codeMissing);
  expect(await wrong(page)).toEqual([]);
  await context.close();
});
