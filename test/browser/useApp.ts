import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser/launchBrowser.js';
import { openApp, openTab, type OpenOptions, type Person, type Tab } from './openApp.js';
import { startApp, type RunningApp } from './startApp.js';

/** The app and a browser for the tests of one file. */
export interface AppUnderTest {
  /** Known from the first test on. */
  readonly running: () => RunningApp;
  /** A tab in which that person has signed in. It must be clean at the end of the test, and is closed then. */
  readonly as: (person: Person, options?: OpenOptions) => Promise<Tab>;
  /** A tab in which nobody has signed in. */
  readonly visit: (path: string, options?: OpenOptions['context']) => Promise<Tab>;
}

/** Starts both before the first test of the file and ends them after the last one. */
export function useApp(): AppUnderTest {
  let app: RunningApp | undefined;
  let browser: Browser | undefined;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  });
  afterEach(async () => {
    const open = tabs.splice(0);
    await Promise.all(open.map((tab) => tab.close()));
    for (const tab of open) tab.expectClean();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const started = (): { app: RunningApp; browser: Browser } => {
    if (app === undefined || browser === undefined)
      throw new Error('The app is started before the first test.');
    return { app, browser };
  };
  const keep = (tab: Tab): Tab => {
    tabs.push(tab);
    return tab;
  };
  return {
    running: () => started().app,
    as: async (person, options) => keep(await openApp(started().browser, started().app, person, options)),
    visit: async (path, context) => keep(await openTab(started().browser, started().app.url + path, context)),
  };
}
