import type { Page } from 'playwright-core';
import { axeViolations } from '../axe.js';

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** A window of 1280 px at 400 % (WCAG 2.2, success criterion 1.4.10). */
const enlarged = { width: 320, height: 256 };

/** What axe looks at that another size or another colour scheme can change; the rest is the same document. */
const looks = { runOnly: { type: 'rule' as const, values: ['color-contrast', 'target-size'] } };

/** What is wrong with a page, and where it does not fit: at a desk, on a phone, far enlarged. An empty list is wanted. */
export async function flaws(page: Page): Promise<readonly string[]> {
  const found = [...(await axeViolations(page))];
  for (const size of [phone, enlarged, desk]) {
    await page.setViewportSize(size);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > size.width) found.push(`${needed - size.width} px too wide for ${size.width} px`);
  }
  return found;
}

/** What cannot be read or hit: at a desk and on a phone, in light and in dark. */
export async function flawsOfLooks(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await axeViolations(page, looks);
      found.push(...violations.map((violation) => `${size.width} px, ${colorScheme}: ${violation}`));
    }
  }
  return found;
}
