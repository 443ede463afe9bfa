import { basename, dirname } from 'node:path/posix';
import { textOf } from '../../../../sandbox/dataverse/metadata/xml.js';
import type { Rule } from '../../rule.js';

/** What a model-driven app of the unified client says ("AppModule table"). */
const said: Readonly<Record<string, string>> = {
  FormFactor: '1',
  ClientType: '4',
  statecode: '0',
  statuscode: '1',
};

/** An app is one for the unified client, active, and called like its folder, with the prefix; so is its site map. */
export const properties: Rule = {
  name: 'app/properties',
  look: ({ apps, siteMaps, prefix }) => [
    ...apps.flatMap(({ file, element }) =>
      Object.entries(said).map(([name, is]) => ({
        file,
        problem:
          textOf(element, name) === is
            ? undefined
            : `${name} is ${textOf(element, name) ?? '(none)'}. Write ${is}.`,
      })),
    ),
    ...[
      ...apps.map((app) => ({ ...app, tag: 'UniqueName' })),
      ...siteMaps.map((siteMap) => ({ ...siteMap, tag: 'SiteMapUniqueName' })),
    ].map(({ file, element, tag }) => {
      const name = textOf(element, tag) ?? '';
      const folder = basename(dirname(file));
      return {
        file,
        problem:
          name === folder && name.startsWith(`${prefix}_`)
            ? undefined
            : `${tag} is ${name || '(none)'}, the folder ${folder}. Give both one name that begins with ${prefix}_.`,
      };
    }),
  ],
};
