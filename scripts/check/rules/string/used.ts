import type { Rule } from '../../rule.js';
import { stringTables } from './stringTables.js';

/** No text is translated for nothing: the scripts name every key. */
export const used: Rule = {
  name: 'string/used',
  look: ({ baseLanguage, files, scriptTexts }) =>
    stringTables(files)
      .filter(({ language }) => language === baseLanguage)
      .flatMap(({ file, texts }) =>
        [...texts.keys()].map((key) => ({
          file,
          problem: scriptTexts.words.has(key)
            ? undefined
            : `No script asks for the text ${key}. Remove it from webresources/strings.`,
        })),
      ),
};
