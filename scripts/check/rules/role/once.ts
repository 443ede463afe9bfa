import { rolePrivileges } from '../../read/rolePrivileges.js';
import type { Rule } from '../../rule.js';

/** A role has no privilege twice: which of the two levels it gets is chance. */
export const once: Rule = {
  name: 'role/once',
  look: ({ files }) => {
    const all = rolePrivileges(files);
    const keys = all.map(({ file, name }) => `${file} ${name.toLowerCase()}`);
    return all.map(({ file, role, name }, index) => ({
      file,
      problem:
        keys.indexOf(keys[index] ?? '') === index ? undefined : `${role} has ${name} twice. Remove one.`,
    }));
  },
};
