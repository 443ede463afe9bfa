import { chromium, type Browser } from 'playwright-core';
import type { Chromium } from './chromium.js';
import { npmChromium, runsNpmChromium } from './npmChromium.js';
import { systemChromium } from './systemChromium.js';

/**
 * Starts a Chromium without a window: the one that CHROMIUM_PATH names, else the one from npm, else the system's. npm's comes
 * first where it runs: it is the same on every machine, and without the parts that draw windows a third quicker.
 * SYSTEM_BROWSER=1 takes the system's. No flag switches a protection of the browser off, but for its
 * own sandbox where the machine cannot give it one: every page that is opened in it is this machine's.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  const launch = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath,
      headless: true,
      chromiumSandbox,
      env: { ...process.env, ...env },
    });
  if (process.getuid?.() === 0) return launch(false);
  return launch(true).catch((error: unknown) => {
    if (/sandbox/i.test(String(error))) return launch(false);
    throw error;
  });
}

async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { executablePath: named, env: {} };
  if (runsNpmChromium && process.env['SYSTEM_BROWSER'] !== '1') return npmChromium();
  const installed = systemChromium();
  if (installed === undefined) {
    throw new Error('Found no Chromium. Install Chrome or Chromium, or name one in CHROMIUM_PATH.');
  }
  return { executablePath: installed, env: {} };
}
