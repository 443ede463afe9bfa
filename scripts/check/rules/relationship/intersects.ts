import { text } from '../../../solution/xml.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/** Longest name of an intersect table ("ManyToManyRelationshipMetadata.IntersectEntityName"). */
const longest = 50;

/**
 * The table between the two of a many-to-many relationship has a short name with the prefix, which no other table
 * has.
 */
export const intersects: Rule = {
  name: 'relationship/intersects',
  look: ({ files, prefix, tables }) => {
    const all = readRelationshipElements(files).filter((relationship) => !isOneToMany(relationship));
    const names = all.map(({ element }) => text(element, 'IntersectEntityName').toLowerCase());
    return all.map(({ file, name }, index) => {
      const intersect = names[index] ?? '';
      const right =
        intersect.startsWith(`${prefix}_`) &&
        intersect.length <= longest &&
        names.indexOf(intersect) === index &&
        !tables.has(intersect);
      return {
        file,
        problem: right
          ? undefined
          : `IntersectEntityName of ${name} is ${intersect || '(none)'}. Write a name of its own that begins with ${prefix}_ and has up to ${longest} letters.`,
      };
    });
  },
};
