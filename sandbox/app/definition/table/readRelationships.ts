import type { ManyToMany, ManyToManyEnd, OneToMany } from '../../../dataverse/metadata/model.js';
import type { Relationship } from './tableDefinition.js';

/** The relationships in which a table's rows have related rows: those that lead to it, and its many-to-many ones. */
export function readRelationships(
  table: string,
  oneToMany: readonly OneToMany[],
  manyToMany: readonly ManyToMany[],
): readonly Relationship[] {
  return [
    ...oneToMany.filter(({ referencedTable }) => referencedTable === table).map(fromReferenced),
    ...manyToMany.flatMap((relationship) => {
      const { first, second } = relationship;
      return [
        ...(first.table === table ? [fromEnd(relationship, first, second)] : []),
        ...(second.table === table ? [fromEnd(relationship, second, first)] : []),
      ];
    }),
  ];
}

function fromReferenced(relationship: OneToMany): Relationship {
  return {
    kind: 'OneToMany',
    schemaName: relationship.schemaName,
    navigation: relationship.referencedNavigation,
    relatedTable: relationship.referencingTable,
    relatedColumn: relationship.referencingColumn,
    relatedNavigation: relationship.referencingNavigation,
  };
}

function fromEnd(
  { schemaName, intersect }: ManyToMany,
  near: ManyToManyEnd,
  far: ManyToManyEnd,
): Relationship {
  return {
    kind: 'ManyToMany',
    schemaName,
    navigation: near.navigation,
    relatedTable: far.table,
    relatedNavigation: far.navigation,
    intersect,
    column: near.column,
    relatedColumn: far.column,
  };
}
