import { text } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import { manifestOf } from '../../read/manifest.js';
import type { SourceFiles } from '../../read/sourceFiles.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/** Properties of the manifest: where they stand, what they must be, how to mend them. */
const expected: readonly {
  readonly name: string;
  readonly read: (files: SourceFiles) => string;
  readonly is: RegExp;
  readonly mend: string;
}[] = [
  {
    name: 'UniqueName',
    read: (files) => text(manifestOf(files), 'UniqueName'),
    is: /^\w+$/,
    mend: 'Use letters, digits and _.',
  },
  {
    name: 'Managed',
    read: (files) => text(manifestOf(files), 'Managed'),
    is: /^2$/,
    mend: 'Write 2: the packer makes 0 or 1 of it.',
  },
  {
    name: 'version',
    read: (files) => attributeOfRoot(files, 'version'),
    is: /^9(\.\d+){3}$/,
    mend: 'Write the version of the environment it was exported from, such as 9.2.25091.154.',
  },
  {
    name: 'SolutionPackageVersion',
    read: (files) => attributeOfRoot(files, 'SolutionPackageVersion'),
    is: /^\d+\.\d+$/,
    mend: 'Write 9.2.',
  },
];

/** The manifest names the solution, says whose layout it is, and that one source makes both kinds of zip. */
export const properties: Rule = {
  name: 'manifest/properties',
  look: ({ files }) =>
    expected.map(({ name, read, is, mend }) => {
      const found = read(files);
      return {
        file: manifestFile,
        problem: is.test(found) ? undefined : `${name} is ${found || '(none)'}. ${mend}`,
      };
    }),
};

function attributeOfRoot(files: SourceFiles, name: string): string {
  const root = files.get(manifestFile)?.root;
  return root === undefined ? '' : value(root, name);
}
