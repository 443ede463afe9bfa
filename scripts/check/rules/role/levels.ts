import { rolePrivileges } from '../../read/rolePrivileges.js';
import type { Rule } from '../../rule.js';

const levelNames = ['Basic', 'Local', 'Deep', 'Global'];

/** A privilege has a depth; on tables of the organization, and on the platform as such, there is only Global. */
export const levels: Rule = {
  name: 'role/levels',
  look: ({ files, tables }) => {
    const owned = new Set(
      [...tables.values()]
        .filter(({ ownership }) => ownership === 'organization')
        .map(({ schemaName }) => schemaName),
    );
    return rolePrivileges(files).map(({ file, role, name, level }) => {
      const [, table = ''] = /^prv(?:Create|Read|Write|Delete|AppendTo|Append)(.*)$/.exec(name) ?? [];
      const allowed = owned.has(table) ? ['Global'] : levelNames;
      return {
        file,
        problem: allowed.includes(level)
          ? undefined
          : `${role} has ${name} with the level ${level || '(none)'}. Write ${allowed.join(', ')}.`,
      };
    });
  },
};
