import { child, children, text } from '../../../solution/xml.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/** What either kind of relationship says beside the common. */
const oneToMany = ['ReferencingEntityName', 'ReferencedEntityName', 'ReferencingAttributeName'];
const manyToMany = ['FirstEntityName', 'SecondEntityName', 'IntersectEntityName'];
const common = ['IsCustomizable', 'IntroducedVersion', 'IsHierarchical'];

/** A relationship is one-to-many or many-to-many, and says what its kind says, each once. */
export const kinds: Rule = {
  name: 'relationship/kinds',
  look: ({ files }) =>
    readRelationshipElements(files).flatMap((relationship) => {
      const { file, element, name } = relationship;
      const kind = text(element, 'EntityRelationshipType');
      if (!['OneToMany', 'ManyToMany'].includes(kind))
        return [
          {
            file,
            problem: `EntityRelationshipType of ${name} is ${kind || '(none)'}. Write OneToMany or ManyToMany.`,
          },
        ];
      return [...common, ...(isOneToMany(relationship) ? oneToMany : manyToMany)].map((part) => ({
        file,
        problem:
          children(element, part).length === 1 && child(element, part)?.hasChildNodes() === true
            ? undefined
            : `${name} is ${kind} and does not say ${part} once. Add it, or remove one.`,
      }));
    }),
};
