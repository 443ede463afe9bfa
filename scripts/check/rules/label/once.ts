import type { Element } from '@xmldom/xmldom';
import { children } from '../../../solution/xml.js';
import { everythingBelow, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** A text stands there once in a language: of two, import takes either. */
export const once: Rule = {
  name: 'label/once',
  look: ({ files }) =>
    [...files.values()].flatMap(({ path, root }) =>
      everythingBelow(root).flatMap((list) => {
        const languages = children(list)
          .map(languageOf)
          .filter((language) => language !== '');
        return languages.map((language, index) => ({
          file: path,
          problem:
            languages.indexOf(language) === index
              ? undefined
              : `${list.nodeName} has two texts in the language ${language}. Remove one.`,
        }));
      }),
    ),
};

/** A site map writes LCID, everything else languagecode; a template's own language is no label. */
const languageOf = (label: Element): string => value(label, 'languagecode') || value(label, 'LCID');
