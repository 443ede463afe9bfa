import { text } from '../../../solution/xml.js';
import { fieldPermissions, profilesFile } from '../../read/fieldPermissions.js';
import type { Rule } from '../../rule.js';

/** Whether a profile allows something: 0 no, 4 yes ("FieldPermission: CanRead"). */
export const rights: Rule = {
  name: 'profile/rights',
  look: ({ files }) =>
    fieldPermissions(files).flatMap(({ profile, column, element }) =>
      ['CanRead', 'CanCreate', 'CanUpdate'].map((right) => {
        const found = text(element, right);
        return {
          file: profilesFile,
          problem: /^[04]$/.test(found)
            ? undefined
            : `${right} of ${column} in ${profile} is ${found || '(none)'}. Write 0 (no) or 4 (yes).`,
        };
      }),
    ),
};
