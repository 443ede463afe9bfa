import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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
export async function openTab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const context = await browser.newContext({ ...desk, ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const problems = await recordProblems(page);
  await page.goto(url);
  return { page, ...problems, close: () => context.close() };
}

/** Signs a person in through the sign-in page; resolves when the app shows its first page. */
export async function openApp(
  browser: Browser,
  app: Pick<RunningApp, 'url'>,
  person: Person,
  { path = '/', context = {} }: OpenOptions = {},
): Promise<Tab> {
  const tab = await openTab(browser, app.url + path, context);
  await tab.page.getByRole('button', { name: names[person] }).click();
  await tab.page.locator('[data-id="shell-container"]').waitFor();
  return tab;
}
