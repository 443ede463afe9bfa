import type { Json } from '../../environment/environment.js';
import type { Found } from '../found/found.js';
import { Mistake } from '../../command/mistake.js';
import type { RelationshipSource, Wanted } from '../definition/wanted.js';
import { differences } from './differences.js';
import { overlay, pick } from './overlay.js';
import { create, replace, type Step } from './step.js';

/** What a relationship is made with and stays. */
const fixed = {
  OneToMany: [
    'ReferencedEntity',
    'ReferencingEntity',
    'ReferencedEntityNavigationPropertyName',
    'ReferencingEntityNavigationPropertyName',
  ],
  ManyToMany: [
    'Entity1LogicalName',
    'Entity2LogicalName',
    'IntersectEntityName',
    'Entity1NavigationPropertyName',
    'Entity2NavigationPropertyName',
  ],
} as const;

/** What can be changed of one that is there. */
const open = {
  OneToMany: [
    'CascadeConfiguration',
    'AssociatedMenuConfiguration',
    'IsValidForAdvancedFind',
    'IsHierarchical',
  ],
  ManyToMany: [
    'Entity1AssociatedMenuConfiguration',
    'Entity2AssociatedMenuConfiguration',
    'IsValidForAdvancedFind',
  ],
} as const;

/**
 * The relationships, once all tables are there.
 *
 * @throws Mistake when the environment has one of this name between other tables
 */
export function planRelationships({ relationships }: Wanted, found: Found): readonly Step[] {
  return relationships.flatMap((relationship) => {
    const there = found.relationships.get(relationship.name.toLowerCase());
    const { name, definition } = relationship;
    return there === undefined
      ? [create(`Create relationship ${name}`, 'RelationshipDefinitions', definition)]
      : change(relationship, there);
  });
}

function change({ name, kind, definition }: RelationshipSource, there: Json): readonly Step[] {
  const impossible = differences(
    pick(
      definition,
      fixed[kind].filter((property) => property in definition),
    ),
    there,
  );
  if (impossible.length > 0)
    throw new Mistake(
      `The environment has a relationship ${name} whose ${impossible.join(' and ')} cannot be changed into this solution's. Delete that relationship, or use another environment.`,
    );
  const wanted = pick(
    definition,
    open[kind].filter((property) => property in definition),
  );
  const changes = differences(wanted, there);
  return changes.length === 0
    ? []
    : [
        replace(
          `Change relationship ${name}: ${changes.join(', ')}`,
          `RelationshipDefinitions(${String(there.MetadataId)})`,
          overlay({ ...there, '@odata.type': definition['@odata.type'] }, wanted),
        ),
      ];
}
