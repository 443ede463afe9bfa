import { child, children } from '../../../solution/xml.js';
import { textIn } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { skeletonFile } from '../../../solution/mainFiles.js';

/**
 * The languages are listed once each, as LCIDs, the base language among them: import ignores labels of other
 * languages.
 */
export const languages: Rule = {
  name: 'package/languages',
  look: ({ files, baseLanguage }) => {
    const listed = children(child(files.get(skeletonFile)?.root, 'Languages'), 'Language').map(textIn);
    return [
      ...listed.map((language, index) => ({
        file: skeletonFile,
        problem:
          /^\d{4,5}$/.test(language) && listed.indexOf(language) === index
            ? undefined
            : `Languages has ${language || 'an empty entry'}, which is no LCID or stands there twice. Correct or remove it.`,
      })),
      {
        file: skeletonFile,
        problem: listed.includes(baseLanguage)
          ? undefined
          : `Languages lacks ${baseLanguage}, the base language. Add <Language>${baseLanguage}</Language>.`,
      },
    ];
  },
};
