import type { Page } from 'playwright-core';

/** From now on no cookie of any answer is kept, as in a browser that was told to keep none. */
export async function refuseCookies(page: Page): Promise<void> {
  const context = page.context();
  await context.route('**', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    // What fetches on the browser's behalf keeps them in the same jar.
    await context.clearCookies();
    const headers = Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie');
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });
}
