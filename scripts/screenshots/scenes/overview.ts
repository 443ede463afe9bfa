import type { Studio } from '../studio.js';

/** The dashboard that the app opens with. */
export async function overview(studio: Studio): Promise<void> {
  const page = await studio.open();
  await page.locator('figure[aria-busy="false"]').nth(1).waitFor();
  await studio.take('dashboard', page);
  await page.context().close();
}
