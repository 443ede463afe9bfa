import { text } from '../../../solution/xml.js';
import { fieldPermissions, profilesFile } from '../../read/fieldPermissions.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** A column security profile speaks of columns that are secured, of each once. */
export const columns: Rule = {
  name: 'profile/columns',
  look: ({ files }) => {
    const secured = new Set(
      readColumns(files)
        .filter(({ element }) => text(element, 'IsSecured') === '1')
        .map(({ table, name }) => `${table.name}.${name}`),
    );
    const all = fieldPermissions(files);
    return all.map(({ profile, column }, index) => {
      const first = all.findIndex((one) => one.profile === profile && one.column === column);
      const problem = secured.has(column)
        ? 'twice. Remove one.'
        : 'which is not secured. Set its IsSecured, or remove the FieldPermission.';
      return {
        file: profilesFile,
        problem:
          secured.has(column) && first === index
            ? undefined
            : `${profile} has ${column}${secured.has(column) ? ' ' : ', '}${problem}`,
      };
    });
  },
};
