import { basename, dirname } from 'node:path/posix';
import { child, children, text } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** What a model-driven app of the unified client says ("AppModule table"). */
const said: Readonly<Record<string, string>> = {
  FormFactor: '1',
  ClientType: '4',
  statecode: '0',
  statuscode: '1',
};

/** Settings that an app may have: any other, or one without a value, import refuses ("Setting definition"). */
const settings: ReadonlySet<string> = new Set(['AppChannel']);

/** An app is one for the unified client, active, and called like its folder, with the prefix; so is its site map. */
export const properties: Rule = {
  name: 'app/properties',
  look: ({ apps, siteMaps, prefix }) => [
    ...apps.flatMap(({ file, element }) =>
      Object.entries(said).map(([name, is]) => ({
        file,
        problem:
          text(element, name) === is
            ? undefined
            : `${name} is ${text(element, name) || '(none)'}. Write ${is}.`,
      })),
    ),
    ...apps.flatMap(({ file, element }) =>
      children(child(element, 'appsettings'), 'appsetting').map((setting) => {
        const name = value(setting, 'settingdefinitionid.uniquename');
        return {
          file,
          problem:
            settings.has(name) && text(setting, 'value') !== ''
              ? undefined
              : `The setting ${name || '(none)'} is not known here, or has no value. Use ${[...settings].join(', ')}, with a value.`,
        };
      }),
    ),
    ...[
      ...apps.map((app) => ({ ...app, tag: 'UniqueName' })),
      ...siteMaps.map((siteMap) => ({ ...siteMap, tag: 'SiteMapUniqueName' })),
    ].map(({ file, element, tag }) => {
      const name = text(element, tag);
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
