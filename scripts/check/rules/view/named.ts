import { child, children } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import type { IdentifiedComponent } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/** A view and a chart have a description, and a name that no other of their table has: people choose by it. */
export const named: Rule = {
  name: 'view/named',
  look: ({ views, charts, baseLanguage }) =>
    [views, charts].flatMap((kind) => {
      const names = kind.map((one) => `${one.table} ${nameOf(one, baseLanguage)}`);
      return kind.map((one, index) => {
        const name = nameOf(one, baseLanguage);
        if (name === '' || names.indexOf(names[index] ?? '') !== index)
          return {
            file: one.file,
            problem: `The name ${name || '(none)'} is that of another one of ${one.table}. Write another into LocalizedNames.`,
          };
        return {
          file: one.file,
          problem:
            children(child(one.element, 'Descriptions')).length > 0
              ? undefined
              : `${name} has no Descriptions. Say what it shows, in each language.`,
        };
      });
    }),
};

const nameOf = ({ element }: IdentifiedComponent, language: string): string => {
  const label = children(child(element, 'LocalizedNames')).find(
    (one) => value(one, 'languagecode') === language,
  );
  return label === undefined ? '' : value(label, 'description');
};
