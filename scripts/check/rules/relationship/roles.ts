import type { Element } from '@xmldom/xmldom';
import { child, children, text } from '../../../solution/xml.js';
import { readWholeTables } from '../../read/readOwnTables.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Looked, Rule } from '../../rule.js';

/**
 * The two ends of a relationship of ours are numbered and have navigation properties, by which clients bind: a lookup's
 * is the column's schema name, on an activity with the table's after it, and the other end's is the relationship's.
 */
export const roles: Rule = {
  name: 'relationship/roles',
  look: ({ files, prefix }) => {
    const activities = new Set(
      readWholeTables(files)
        .filter(({ isActivity }) => isActivity)
        .map(({ schemaName }) => schemaName),
    );
    return readRelationshipElements(files).flatMap((relationship) => {
      const { file, element, name } = relationship;
      if (!isOneToMany(relationship))
        return lookAt(file, name, element, { numbers: ['1', '2'], properties: [name, name] });
      const column = text(element, 'ReferencingAttributeName');
      const table = text(element, 'ReferencingEntityName');
      if (!column.startsWith(`${prefix}_`)) return [];
      return lookAt(file, name, element, {
        numbers: ['1', '0'],
        properties: [activities.has(table) ? `${column}_${table}` : column, name],
      });
    });
  },
};

interface Ends {
  readonly numbers: readonly string[];
  readonly properties: readonly string[];
}

function lookAt(
  file: string,
  name: string,
  element: Element,
  { numbers, properties }: Ends,
): readonly Looked[] {
  const ends = children(child(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  return numbers.map((number, index) => {
    const end = ends[index];
    const found = text(end, 'RelationshipRoleType') || text(end, 'AssociationRoleOrdinal');
    const property = text(end, 'NavigationPropertyName');
    if (end === undefined || found !== number)
      return {
        file,
        problem: `Role ${index + 1} of ${name} has the number ${found || '(none)'}. Write ${number}.`,
      };
    return {
      file,
      problem:
        property === properties[index]
          ? undefined
          : `NavigationPropertyName of role ${number} of ${name} is ${property || '(none)'}. Write ${properties[index] ?? ''}.`,
    };
  });
}
