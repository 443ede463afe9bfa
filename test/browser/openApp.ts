import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { recordProblems, type Problems } from './problems.js';
import type { RunningApp } from './startApp.js';

/** The people one can sign in as. */
export const names = { admin: 'Ada Admin', manager: 'Mia Manager', reader: 'Rolf Reader' } as const;
export type Person = keyof typeof names;

export interface OpenOptions {
  /** What to open first; the app's own start page unless given. */
  readonly path?: string;
  /** Width, color scheme and the like, where they differ from a desk's. */
  readonly context?: BrowserContextOptions;
}

/** The app in a tab of its own browser profile. */
export interface Tab extends Problems {
  readonly page: Page;
  close(): Promise<void>;
}

const desk: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
};

/** Milliseconds that anything in the page may take on a busy machine. */
const patience = 15_000;

/** A tab that shows the address; nobody is signed in. */
export const openTab = (browser: Browser, url: string, options?: BrowserContextOptions): Promise<Tab> =>
  show(browser, url, options);

/** Signs a person in as the sign-in page does; resolves when the app shows its first page. */
export async function openApp(
  browser: Browser,
  { url }: Pick<RunningApp, 'url'>,
  person: Person,
  { path = '/', context = {} }: OpenOptions = {},
): Promise<Tab> {
  const tab = await show(browser, url + path, context, async ({ request }) => {
    const form = { user: person, return: '/main.aspx' };
    await request.post(`${url}/sign-in`, { form, headers: { origin: url }, maxRedirects: 0 });
  });
  await tab.page.locator('[data-id="shell-container"]').waitFor();
  return tab;
}

/** @param prepare what happens in the tab's browser profile before it shows anything */
async function show(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare: (context: BrowserContext) => Promise<void> = async () => {},
): Promise<Tab> {
  const context = await browser.newContext({ ...desk, ...options });
  context.setDefaultTimeout(patience);
  await prepare(context);
  const page = await context.newPage();
  const problems = await recordProblems(page);
  await page.goto(url);
  return { page, ...problems, close: () => context.close() };
}
