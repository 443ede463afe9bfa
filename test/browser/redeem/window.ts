import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { recordProblems, type Problems } from '../problems.js';

/** A window of somebody's own browser, with the tabs that links open in it. */
export interface Window {
  /** Its first tab. */
  readonly page: Page;
  /** Where the doors think that its requests come from. */
  readonly address: string;
  /** HTTP status of what the first tab shows. */
  status(): number;
  /** From now on, problems of the first tab that match are part of the test. */
  readonly allow: Problems['allow'];
  /** @throws Error naming what went wrong in any tab behind the person's back */
  expectClean(): void;
  close(): Promise<void>;
}

const desk: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
};

/** Milliseconds that anything may take on a busy machine. */
const patience = 15_000;

let opened = 0;

/** Opens a window that shows nothing yet. */
export async function openWindow(browser: Browser, looks: BrowserContextOptions = {}): Promise<Window> {
  opened += 1;
  // An address of its own (RFC 2544, for tests), so that the failed attempts of one test are not another's.
  const address = `198.18.${opened >> 8}.${opened & 255}`;
  const context = await browser.newContext({
    ...desk,
    extraHTTPHeaders: { 'x-forwarded-for': address },
    ...looks,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const watched = [await recordProblems(page)];
  context.on('page', (tab) => void recordProblems(tab).then((problems) => watched.push(problems)));
  let status = 0;
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) status = response.status();
  });
  return {
    page,
    address,
    status: () => status,
    allow: (expected) => watched[0]?.allow(expected),
    expectClean() {
      for (const tab of watched) tab.expectClean();
    },
    close: () => context.close(),
  };
}
