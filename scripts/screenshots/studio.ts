import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Clock } from '../../sandbox/dataverse/clock.js';
import { launchBrowser } from '../browser/launchBrowser.js';
import { startWithDoors, type SystemWithDoors } from '../system/startWithDoors.js';

/** Where pictures are taken: the system with its sample data, and a camera. Its time is always the same morning. */
export interface Studio {
  readonly system: SystemWithDoors;
  /** The app as Mia Manager sees it, in a window of its own. */
  open(path?: string, looks?: BrowserContextOptions): Promise<Page>;
  /** Any other page of the system. */
  visit(url: string, looks?: BrowserContextOptions): Promise<Page>;
  /** Writes a picture of what a page shows now: `name`.png. */
  take(name: string, page: Page): Promise<void>;
  close(): Promise<void>;
}

const morning = new Date('2026-05-04T09:00:00Z');
const siteUrl = 'https://www.contoso.example';
/** Where guests go on to. */
const variables = { INVITATIONS_RETURN_URL: siteUrl };

const window: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
};

/** Codes that the form makes are the same in every run, so that the pictures are. The page alone believes it. */
const knownRandomness =
  'crypto.getRandomValues = (array) => array.map((_, index) => (index * 37 + 11) % 251);';

/** @param folder gets the pictures */
export async function openStudio(folder: string): Promise<Studio> {
  await mkdir(folder, { recursive: true });
  const clock = new Clock();
  clock.set(morning);
  // The one from npm brings its font with it, so that pictures are the same wherever it runs.
  const [system, browser] = await Promise.all([
    startWithDoors({ siteUrl, clock, variables }),
    launchBrowser(),
  ]);
  return {
    system,
    async open(path = '/', looks = {}) {
      const page = await openWindow(browser, clock, looks);
      await page.addInitScript(knownRandomness);
      await page.goto(system.url + path);
      await page.getByRole('button', { name: 'Mia Manager' }).click();
      await page.locator('[data-id="shell-container"]').waitFor();
      return page;
    },
    async visit(url, looks = {}) {
      const page = await openWindow(browser, clock, looks);
      await page.goto(url);
      return page;
    },
    async take(name, page) {
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      // The pointer rests on nothing.
      await page.mouse.move(200, 1);
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
      console.log(`${name}.png`);
    },
    async close() {
      await browser.close();
      await system.close();
    },
  };
}

async function openWindow(browser: Browser, clock: Clock, looks: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...window, ...looks });
  const page = await context.newPage();
  await page.clock.install({ time: clock.now() });
  return page;
}
