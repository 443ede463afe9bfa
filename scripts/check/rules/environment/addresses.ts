import type { Rule } from '../../rule.js';

/** What belongs to one environment or one organization: its address, its tenant, a mail address, a key. */
const bound: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the address of an environment', /https:\/\/[\w-]+\.(api\.)?crm\d*\.dynamics\.com/i],
  ['a tenant', /[\w-]+\.onmicrosoft\.com/i],
  ['a mail address', /[\w.+-]+@[\w-]+(\.[\w-]+)*\.(com|net|org|example)\b/i],
  ['a secret', /(client_?secret|password|sharedaccesskey|accountkey)\s*[=:]\s*\S+/i],
];

/** Nothing in the solution belongs to one environment. */
export const addresses: Rule = {
  name: 'environment/addresses',
  look: ({ files }) =>
    [...files.values()].map(({ path, content }) => {
      const found = bound.find(([, pattern]) => pattern.test(content));
      return {
        file: path,
        problem:
          found && `The file has ${found[0]}. Take it out: an environment variable is the place for it.`,
      };
    }),
};
