import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '../../../../plugins/doors/page/language/languages.js';
import { ownTexts } from '../../../../plugins/doors/page/language/texts/textsOf.js';
import { flaws, flawsOfLooks } from '../flaws.js';
import { tabThrough } from '../focus.js';
import { untilShows } from '../onThePage.js';
import { createPerson } from '../people.js';
import { alreadySignedIn } from '../signedIn.js';
import { traces } from '../traces.js';
import type { DoorsUnderTest } from '../useDoors.js';
import type { Outcome } from './outcome.js';

const spoken = Object.keys(languages) as readonly Language[];
/** The language with the longest words: colours, sizes and what the keyboard reaches are looked at in this one. */
const longest: Language = 'de';

/** Tests each outcome in each language: what is said, whether everybody can read and use it, and that the code is nowhere. */
export function testOutcomes(doors: DoorsUnderTest, outcomes: readonly Outcome[]): void {
  describe.each(outcomes)('$name', (outcome) => {
    const { state, status = 200, texts, human } = outcome;
    it.each(spoken)('%s', async (language) => {
      const window = await doors.window({ locale: language });
      const { page } = window;
      // Chromium itself writes the status of such a page to its console.
      if (status >= 400) window.allow(new RegExp(`status of ${status}`));
      const system = doors.system();
      const person = await createPerson(system);
      if (outcome.signedIn) await alreadySignedIn(page, system, person);
      const code = await outcome.reach({ system, window, person, language });

      await untilShows(page, state);
      expect(window.status()).toBe(status);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const said = plain((await page.locator('main').textContent()) ?? '');
      for (const key of texts) expect(said).toMatch(filled(plain(ownTexts[language][key])));
      expect(said).toContain(human[language]);
      expect(await traces(page, code)).toEqual([]);
      expect(await flaws(page)).toEqual([]);
      if (language !== longest) return;
      expect(await flawsOfLooks(page)).toEqual([]);
      const { stops, controls } = await tabThrough(page);
      expect(stops).toEqual(controls.map((what) => ({ what, visible: true })));
    });
  });
}

/** With plain spaces: which kind stands before a colon or in a number is a matter of typography. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** A text whose braces are filled with anything but nothing. */
const filled = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\S.*?'),
    's',
  );
