import { text } from '../../../solution/xml.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/** Longest name of a relationship (CustomizationsSolution.xsd). */
const longest = 100;

/**
 * A relationship by a column of ours, or between many and many, begins with the prefix; those of the platform bear
 * our table's name.
 */
export const named: Rule = {
  name: 'relationship/named',
  look: ({ files, prefix }) =>
    readRelationshipElements(files).map((relationship) => {
      const { file, element, name } = relationship;
      const start = `${prefix}_`;
      const isOwn = !isOneToMany(relationship) || text(element, 'ReferencingAttributeName').startsWith(start);
      const right = isOwn ? name.startsWith(start) : name.includes(start);
      return {
        file,
        problem:
          right && /^\w+$/.test(name) && name.length <= longest
            ? undefined
            : `The relationship ${name || '(without a name)'} has not the prefix ${start}, or more than ${longest} letters, digits and _. Rename it, on the list too.`,
      };
    }),
};
