import { child, children, text } from '../../../solution/xml.js';
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
        problem: is.test(text(element, name))
          ? undefined
          : `${name} is ${text(element, name) || '(none)'}. Write ${name === 'FormActivationState' ? '1, the form is active' : '0 or 1'}.`,
      })),
      ...['LocalizedNames', 'Descriptions'].map((list) => ({
        file,
        problem:
          children(child(element, list)).length > 0
            ? undefined
            : `The form has no ${list}. Add them, in each language.`,
      })),
      {
        file,
        problem:
          children(element, 'form').length === 1
            ? undefined
            : `The file has ${children(element, 'form').length} elements form. Leave one.`,
      },
    ]),
};
