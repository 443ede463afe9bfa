import { readRelationshipElements, relationshipList } from '../../read/readRelationships.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/**
 * Every relationship that is listed is defined: of the others SolutionPackager packs an empty element, and import
 * stops.
 */
export const defined: Rule = {
  name: 'relationship/defined',
  look: ({ files }) => {
    const names = new Set(readRelationshipElements(files).map(({ name }) => name));
    return below(files.get(relationshipList)?.root, 'EntityRelationship').map((entry) => {
      const name = value(entry, 'Name');
      return {
        file: relationshipList,
        problem: names.has(name)
          ? undefined
          : `${name} is listed and not defined. Define it below Other/Relationships, in the same case, or take it off the list.`,
      };
    });
  },
};
