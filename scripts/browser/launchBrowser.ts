import { chromium, type Browser } from 'playwright-core';
import type { Chromium } from './chromium.js';
import { npmChromium } from './npmChromium.js';
import { systemChromium } from './systemChromium.js';

/**
 * Starts a Chromium without a window: the one that CHROMIUM_PATH names, else the system's, else the one from npm.
 * NO_SYSTEM_BROWSER=1 takes the one from npm in any case. No flag switches a protection of the browser off, but for its
 * own sandbox where the machine cannot give it one: every page that is opened in it is this machine's.
 *
 * @param chosen takes this one instead
 */
export async function launchBrowser(chosen?: Chromium): Promise<Browser> {
  const { executablePath, env } = chosen ?? (await findChromium());
  const launch = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath,
      headless: true,
      chromiumSandbox,
      env: { ...environment(), ...env },
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
  const installed = process.env['NO_SYSTEM_BROWSER'] === '1' ? undefined : systemChromium();
  return installed === undefined ? npmChromium() : { executablePath: installed, env: {} };
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
