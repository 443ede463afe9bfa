import { child, children } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import { manifestOf } from '../../read/manifest.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/** The solution needs no other one: MissingDependencies is there, and empty. */
export const dependencies: Rule = {
  name: 'manifest/dependencies',
  look: ({ files }) => {
    const list = child(manifestOf(files), 'MissingDependencies');
    if (list === undefined)
      return [
        { file: manifestFile, problem: 'There is no MissingDependencies. Write <MissingDependencies />.' },
      ];
    const needed = children(list).flatMap((dependency) => below(dependency, 'Required'));
    return [
      {
        file: manifestFile,
        problem:
          needed.length === 0
            ? undefined
            : `MissingDependencies asks for ${needed.map((one) => `${value(one, 'displayName')} of ${value(one, 'solution')}`).join(', ')}. Take out what refers to it, then the dependency.`,
      },
    ];
  },
};
