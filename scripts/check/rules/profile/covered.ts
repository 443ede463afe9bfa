import { text } from '../../../solution/xml.js';
import { fieldPermissions } from '../../read/fieldPermissions.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Every secured column is in a profile: else administrators alone can read and write it, the service not. */
export const covered: Rule = {
  name: 'profile/covered',
  look: ({ files }) => {
    const named = new Set(fieldPermissions(files).map(({ column }) => column));
    return readColumns(files)
      .filter(({ element }) => text(element, 'IsSecured') === '1')
      .map(({ file, table, name }) => ({
        file,
        problem: named.has(`${table.name}.${name}`)
          ? undefined
          : `${table.schemaName}.${name} is secured and in no profile. Add its FieldPermission to Other/FieldSecurityProfiles.xml.`,
      }));
  },
};
