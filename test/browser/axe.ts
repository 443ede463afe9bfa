import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What axe-core finds wrong on the page as it is now: `color-contrast: button.primary, …`. An empty list is wanted.
 * All of its rules run, best practices included.
 */
export async function axeViolations(page: Page, options: RunOptions = {}): Promise<readonly string[]> {
  // Evaluated by the debugger, which the page's policy does not bind: a script element would be refused.
  const isThere = await page.evaluate(() => Reflect.has(window, 'axe'));
  if (!isThere) await page.evaluate(await readFile(source, 'utf8'));
  const { violations } = await page.evaluate(
    (wanted) => (Reflect.get(window, 'axe') as { run: (o: unknown) => Promise<AxeResults> }).run(wanted),
    // Of rules that hold it need not work out every place where they do.
    { resultTypes: ['violations'], ...options } as object,
  );
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')} – ${failureSummary ?? ''}`);
    return `${id}: ${help}\n  ${places.join('\n  ')}`;
  });
}
