import type { GridModel } from '../../grid/model/gridModel.js';

/** XRM's RelationshipType, and RoleType: the rows of the list are the referencing ones, or linked through a third table. */
const types = { OneToMany: 0, ManyToMany: 1 } as const;
const roles = { OneToMany: 1, ManyToMany: 2 } as const;

/** The relationship a subgrid shows (GridRelationship); null for a list without one. */
export function gridRelationship({ parent }: Pick<GridModel, 'parent'>): object | null {
  if (parent === undefined) return null;
  const { relationship } = parent;
  return {
    name: relationship.schemaName,
    attributeName: relationship.kind === 'OneToMany' ? relationship.relatedColumn : '',
    navigationPropertyName: relationship.navigation,
    relationshipType: types[relationship.kind],
    roleType: roles[relationship.kind],
  };
}
