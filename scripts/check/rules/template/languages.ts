import { emailTemplates, templatesFile } from '../../read/emailTemplates.js';
import type { Rule } from '../../rule.js';

/** Of every mail there is one template in each language that the solution ships, and in no other. */
export const languages: Rule = {
  name: 'template/languages',
  look: ({ files, languages: shipped }) => {
    const all = emailTemplates(files);
    const titles = [...new Set(all.map(({ title }) => title))];
    return [
      ...titles.flatMap((title) =>
        shipped.map((language) => {
          const count = all.filter((one) => one.title === title && one.language === language).length;
          return {
            file: templatesFile,
            problem:
              count === 1
                ? undefined
                : `${title} has ${count} templates in the language ${language}. Ship one, with a templateid of its own.`,
          };
        }),
      ),
      ...all.map(({ id, language }) => ({
        file: templatesFile,
        problem: shipped.includes(language)
          ? undefined
          : `${id} is in the language ${language || '(none)'}, which the solution does not ship. Correct languagecode.`,
      })),
    ];
  },
};
