import { childOf, childrenOf, textOf } from '../../../../sandbox/dataverse/metadata/xml.js';
import type { Rule } from '../../rule.js';

/** What a form says of itself. */
const said: Readonly<Record<string, RegExp>> = {
  FormPresentation: /^[012]$/,
  FormActivationState: /^1$/,
  IsCustomizable: /^[01]$/,
  CanBeDeleted: /^[01]$/,
};

/** A form is active, has a name and a description, and one `form` element. */
export const named: Rule = {
  name: 'form/named',
  look: ({ forms }) =>
    forms.flatMap(({ file, element }) => [
      ...Object.entries(said).map(([name, is]) => ({
        file,
        problem: is.test(textOf(element, name) ?? '')
          ? undefined
          : `${name} is ${textOf(element, name) ?? '(none)'}. Write ${name === 'FormActivationState' ? '1, the form is active' : '0 or 1'}.`,
      })),
      ...['LocalizedNames', 'Descriptions'].map((list) => ({
        file,
        problem:
          childrenOf(childOf(element, list)).length > 0
            ? undefined
            : `The form has no ${list}. Add them, in each language.`,
      })),
      {
        file,
        problem:
          childrenOf(element, 'form').length === 1
            ? undefined
            : `The file has ${childrenOf(element, 'form').length} elements form. Leave one.`,
      },
    ]),
};
