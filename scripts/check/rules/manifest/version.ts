import { text } from '../../../solution/xml.js';
import { manifestOf } from '../../read/manifest.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/**
 * The solution's version is that of package.json, with a fourth part: Dataverse knows by it whether there is anything
 * to upgrade.
 */
export const version: Rule = {
  name: 'manifest/version',
  look: ({ files, packageVersion }) => {
    const expected = `${packageVersion}.0`;
    const found = text(manifestOf(files), 'Version') || '(none)';
    return [
      {
        file: manifestFile,
        problem:
          found === expected
            ? undefined
            : `Version is ${found}, package.json's ${packageVersion}. Run \`npm run build\`, which writes ${expected}.`,
      },
    ];
  },
};
