import { text } from '../../../solution/xml.js';
import { environmentVariables, type EnvironmentVariable } from '../../read/environmentVariables.js';
import type { Rule } from '../../rule.js';

/** Types that solutions may set, with what a default of them looks like ("environmentvariabledefinition: type"). */
const defaultsByType: Readonly<Record<string, RegExp>> = {
  '100000000': /.*/s, // text
  '100000001': /^-?\d+(\.\d+)?$/, // number
  '100000002': /^(yes|no)$/, // two options
};

/**
 * A variable has a type that this solution may ship, with a default that fits it, and says whether it needs a value.
 */
export const types: Rule = {
  name: 'environmentVariable/types',
  look: ({ files }) =>
    environmentVariables(files).map((variable) => ({ file: variable.file, problem: problemOf(variable) })),
};

function problemOf({ element, name }: EnvironmentVariable): string | undefined {
  const type = text(element, 'type');
  const fits = defaultsByType[type];
  if (fits === undefined)
    return `${name} is of type ${type || '(none)'}. Write 100000000 (text), 100000001 (number) or 100000002 (two options); a secret has no place in a solution.`;
  const byDefault = text(element, 'defaultvalue');
  if (byDefault !== '' && !fits.test(byDefault))
    return `The default of ${name}, ${byDefault}, is not of its type. Correct defaultvalue.`;
  const unsaid = ['isrequired', 'iscustomizable', 'secretstore'].find(
    (flag) => !/^[01]$/.test(text(element, flag)),
  );
  return unsaid && `${name} does not say ${unsaid}. Write 0 or 1.`;
}
