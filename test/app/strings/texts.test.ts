import { describe, expect, it } from '@jest/globals';
import { texts } from '../../../sandbox/app/client/strings/texts.js';
import type { Texts } from '../../../sandbox/app/client/strings/text.js';

const languages = [1031, 1033, 1036, 3082] as const;
const all = Object.entries(texts).flatMap(([area, words]) =>
  Object.entries(words as Texts).map(([key, text]) => [`${area}.${key}`, text] as const),
);
const holes = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).sort();

describe("The app's own words", () => {
  it('are there in every area', () => {
    expect(Object.values(texts).filter((words) => Object.keys(words).length === 0)).toEqual([]);
  });

  it.each(all)('%s is said in every language, with the same values filled in', (_key, text) => {
    for (const language of languages) {
      expect(text[language].trim()).not.toBe('');
      expect(holes(text[language])).toEqual(holes(text[1033]));
    }
  });
});
