import type { Page } from 'playwright-core';

/** What the keyboard comes upon, from the top of a page to its end. */
export interface Stop {
  /** Name of the element and its text: `button Accept invitation`. */
  readonly what: string;
  /** False when nothing shows that the focus is there. */
  readonly visible: boolean;
}

/** What should be reached by the keyboard, in the order of the page. */
const controls = 'main :is(a[href], button, input:not([type=hidden]), summary), footer a[href]';

/** Presses Tab from the top of the page to its end. */
export async function tabThrough(
  page: Page,
): Promise<{ stops: readonly Stop[]; controls: readonly string[] }> {
  const wanted = await page
    .locator(controls)
    .evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility())
        .map((element) => `${element.localName} ${element.textContent?.trim() ?? ''}`),
    );
  const stops: Stop[] = [];
  // Whatever has the focus at first, a message perhaps, is not a stop of the keyboard.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  while (stops.length < wanted.length) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return {
          what: `${element.localName} ${element.textContent?.trim() ?? ''}`,
          visible:
            outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)',
        };
      }),
    );
  }
  return { stops, controls: wanted };
}
