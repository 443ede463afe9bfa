import { basename } from 'node:path/posix';
import { text } from '../../../solution/xml.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/**
 * A relationship lies in the file of the table it leads to, or of its first table: there SolutionPackager writes it
 * again.
 */
export const filed: Rule = {
  name: 'relationship/filed',
  look: ({ files }) =>
    readRelationshipElements(files).map((relationship) => {
      const { file, element, name } = relationship;
      const table = text(element, isOneToMany(relationship) ? 'ReferencedEntityName' : 'FirstEntityName');
      return {
        file,
        problem:
          basename(file, '.xml') === table
            ? undefined
            : `${name} belongs to ${table || 'no table'}. Move it to Other/Relationships/${table}.xml.`,
      };
    }),
};
