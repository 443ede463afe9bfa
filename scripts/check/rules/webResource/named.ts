import type { Rule } from '../../rule.js';

/**
 * Names begin with the publisher's prefix and have letters, digits, `_`, `.` and single slashes ("Web resources":
 * names).
 */
export const named: Rule = {
  name: 'webResource/named',
  look: ({ webResources, prefix }) =>
    [...webResources.values()].map(({ file, name }) => ({
      file,
      problem:
        name.startsWith(`${prefix}_`) && /^\w[\w.]*(\/[\w.]+)*$/.test(name)
          ? undefined
          : `${name} is no name of a web resource. Begin it with ${prefix}_ and use letters, digits, _, . and /, no hyphen.`,
    })),
};
