import { basename, dirname } from 'node:path/posix';
import { guid } from '../../../solution/xml.js';
import { givenIds } from '../../read/givenIds.js';
import type { Rule } from '../../rule.js';

/** Elements whose files bear their id. */
const named: ReadonlySet<string> = new Set(['savedqueryid', 'formid', 'FormId', 'savedqueryvisualizationid']);

/**
 * A file that is named after an id has that id in it: forms, views, charts, dashboards. Folders of templates:
 * template/documents.
 */
export const fileNames: Rule = {
  name: 'guid/fileNames',
  look: ({ files }) =>
    givenIds(files)
      .filter(({ of, file }) => named.has(of) && dirname(file) !== 'Other')
      .map(({ file, of, id }) => ({
        file,
        problem:
          basename(file, '.xml') === `{${guid(id)}}`
            ? undefined
            : `${of} is ${id}, the file's name ${basename(file)}. Make them the same, and what refers to it.`,
      })),
};
