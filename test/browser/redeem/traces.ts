import type { Page } from 'playwright-core';

/** Where a page that has been opened still shows a code: nowhere is wanted. */
export async function traces(page: Page, code: string): Promise<readonly string[]> {
  if (code === '') return [];
  const [referrer, scripts, title] = await page.evaluate(() => [
    document.referrer,
    document.cookie,
    document.title,
  ]);
  const places = {
    address: page.url(),
    referrer,
    title,
    'cookies that scripts read': scripts,
    source: await page.content(),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    text?.toLowerCase().includes(code.toLowerCase()) ? [place] : [],
  );
}
