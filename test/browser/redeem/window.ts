import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { recordProblems, type Problems } from '../problems.js';

/** A window of somebody's own browser. */
export interface Window extends Problems {
  readonly page: Page;
  /** Where the doors think that its requests come from. */
  readonly address: string;
  /** HTTP status of the page it shows. */
  status(): number;
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
  // Addresses for examples (RFC 5737 has too few of them, so those of RFC 2544): failed attempts of one test are not another's.
  const address = `198.18.${opened >> 8}.${opened & 255}`;
  const context = await browser.newContext({
    ...desk,
    extraHTTPHeaders: { 'x-forwarded-for': address },
    ...looks,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const problems = await recordProblems(page);
  let status = 0;
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) status = response.status();
  });
  return { page, address, ...problems, status: () => status, close: () => context.close() };
}
