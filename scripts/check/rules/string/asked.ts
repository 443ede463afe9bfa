import type { Rule } from '../../rule.js';
import { stringTables } from './stringTables.js';

/** Every text that a script asks for is in the string table of the base language. */
export const asked: Rule = {
  name: 'string/asked',
  look: ({ scriptTexts, baseLanguage, files }) => {
    const base = stringTables(files).find(({ language }) => language === baseLanguage);
    if (base === undefined) return [];
    return scriptTexts.asked.map(({ key, source }) => ({
      file: base.file,
      problem: base.texts.has(key)
        ? undefined
        : `webresources/${source} asks for the text ${key}, which the table has not. Add it in webresources/strings.`,
    }));
  },
};
