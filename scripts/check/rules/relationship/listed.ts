import { readRelationshipElements, relationshipList } from '../../read/readRelationships.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Every relationship that is defined is listed: SolutionPackager drops the others without a word. */
export const listed: Rule = {
  name: 'relationship/listed',
  look: ({ files }) => {
    const names = new Set(
      below(files.get(relationshipList)?.root, 'EntityRelationship').map((entry) => value(entry, 'Name')),
    );
    return readRelationshipElements(files).map(({ file, name }) => ({
      file: relationshipList,
      problem: names.has(name)
        ? undefined
        : `${name} of ${file} is not listed, so it is not packed. Add <EntityRelationship Name="${name}" />.`,
    }));
  },
};
