import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser/launchBrowser.js';
import {
  startWithDoors,
  type SystemWithDoors,
  type WithDoorsOptions,
} from '../../../scripts/system/startWithDoors.js';
import { startReturnSite, type ReturnSite } from './returnSite.js';
import { doorsSecret } from './signedIn.js';
import { openWindow, type Window } from './window.js';

/** The whole system and a browser, for the tests of one file. */
export interface DoorsUnderTest {
  /** Known from the first test on. */
  readonly system: () => SystemWithDoors;
  readonly browser: () => Browser;
  /** Where people go on to. */
  readonly site: () => ReturnSite;
  /** A window of somebody's own browser, at an address of their own. It must be clean at the end of the test, and is closed then. */
  readonly window: (options?: BrowserContextOptions) => Promise<Window>;
}

/** Starts all of it before the first test of the file and ends it after the last one. */
export function useDoors(options: Pick<WithDoorsOptions, 'settings'> = {}): DoorsUnderTest {
  let started: { system: SystemWithDoors; browser: Browser; site: ReturnSite } | undefined;
  const windows: Window[] = [];

  beforeAll(async () => {
    const site = await startReturnSite();
    const variables = {
      INVITATIONS_SECRET: doorsSecret,
      // Whoever connects is a proxy that tells where a request came from: so each window is somewhere else.
      INVITATIONS_TRUSTED_PROXIES: '1',
      INVITATIONS_RETURN_URL: `${site.url}/welcome`,
      // A second provider, where nobody listens.
      OIDC_NAME_2: 'Elsewhere',
      OIDC_ISSUER_2: 'http://127.0.0.1:9',
      OIDC_CLIENT_ID_2: 'invitations',
      OIDC_CLIENT_SECRET_2: 'of no value',
    };
    const [system, browser] = await Promise.all([startWithDoors({ ...options, variables }), launchBrowser()]);
    started = { system, browser, site };
  });
  afterEach(async () => {
    const open = windows.splice(0);
    await Promise.all(open.map((window) => window.close()));
    for (const window of open) window.expectClean();
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.system.close();
    await started?.site.close();
  });

  const running = () => {
    if (started === undefined) throw new Error('The system is started before the first test.');
    return started;
  };
  return {
    system: () => running().system,
    browser: () => running().browser,
    site: () => running().site,
    async window(looks) {
      const window = await openWindow(running().browser, looks);
      windows.push(window);
      return window;
    },
  };
}
