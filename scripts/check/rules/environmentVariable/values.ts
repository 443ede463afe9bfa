import { environmentVariables, variablesFolder } from '../../read/environmentVariables.js';
import type { Rule } from '../../rule.js';

/**
 * Variables come without values: those belong to an environment, and a value in the zip would overwrite it at every
 * import.
 */
export const values: Rule = {
  name: 'environmentVariable/values',
  look: ({ files }) => {
    const definitions = new Set(environmentVariables(files).map(({ file }) => file));
    return [...files.keys()]
      .filter((path) => path.startsWith(variablesFolder))
      .map((file) => ({
        file,
        problem: definitions.has(file)
          ? undefined
          : 'Beside the definition there is something else, which is packed with it. Delete it; values go into the deployment settings.',
      }));
  },
};
