import type { ManyToMany, ManyToManyEnd, Navigation, OneToMany } from './model.js';
import { otherNameOnActivity } from './navigationNames.js';

/** Navigation properties by table, then by name. */
export type NavigationIndex = ReadonlyMap<string, ReadonlyMap<string, Navigation>>;

/**
 * Every navigation property of every table; lookups that all activities have go by two names on each. Throws Error when two relationships give a table the same name, save for
 * `ownerid`, which leads to users and teams alike: there the first, systemuser, stands for both.
 */
export function indexNavigations(
  oneToMany: readonly OneToMany[],
  manyToMany: readonly ManyToMany[],
  isActivity: (table: string) => boolean,
): NavigationIndex {
  const index = new Map<string, Map<string, Navigation>>();
  const add = (table: string, navigation: Navigation) => {
    const names = index.get(table) ?? new Map<string, Navigation>();
    const known = names.get(navigation.name);
    if (known === undefined) names.set(navigation.name, navigation);
    else if (known.relationship.schemaName !== navigation.relationship.schemaName) {
      throw new Error(
        `Relationships '${known.relationship.schemaName}' and '${navigation.relationship.schemaName}' both name a navigation property '${navigation.name}' of '${table}'.`,
      );
    }
    index.set(table, names);
  };
  for (const relationship of oneToMany) {
    const { referencedTable, referencingTable, referencingColumn: column } = relationship;
    const name = relationship.referencingNavigation;
    const other = isActivity(referencingTable) ? otherNameOnActivity(relationship) : undefined;
    for (const each of other === undefined ? [name] : [name, other]) {
      add(referencingTable, {
        kind: 'single',
        name: each,
        column,
        target: referencedTable,
        relationship,
      });
    }
    add(referencedTable, {
      kind: 'collection',
      name: relationship.referencedNavigation,
      column,
      target: referencingTable,
      relationship,
    });
  }
  for (const relationship of manyToMany) {
    const { first, second } = relationship;
    add(first.table, many(first, second, relationship));
    add(second.table, many(second, first, relationship));
  }
  return index;
}

function many(near: ManyToManyEnd, far: ManyToManyEnd, relationship: ManyToMany): Navigation {
  return { kind: 'many', name: near.navigation, near, far, target: far.table, relationship };
}
