import type { Navigation, Table } from '../../metadata/model.js';
import type { Filter, Link } from '../../query/model.js';

/** What keeps a collection to the rows that belong to one row: `contacts(…)/inv_invitation_contacts`. */
export interface Restriction {
  readonly filter?: Filter;
  readonly links: readonly Link[];
}

/** All rows of the table. */
export const unrestricted: Restriction = { links: [] };

/** The rows of a collection-valued navigation property. */
export function restrictionOf(
  navigation: Exclude<Navigation, { kind: 'single' }>,
  target: Table,
  parentId: string,
): Restriction {
  if (navigation.kind === 'collection') {
    return { links: [], filter: equals({ column: navigation.column }, parentId) };
  }
  const alias = '$intersect';
  return {
    links: [
      {
        alias,
        table: navigation.relationship.intersect,
        fromColumn: navigation.far.column,
        toColumn: target.primaryId,
        join: 'inner',
        columns: 'none',
        filter: equals({ link: alias, column: navigation.near.column }, parentId),
      },
    ],
  };
}

/** Both filters; undefined when there is neither. */
export function bothFilters(
  one: Filter | undefined,
  other: Filter | undefined,
): { readonly filter?: Filter } {
  const parts = [one, other].filter((part) => part !== undefined);
  const [first] = parts;
  if (first === undefined) return {};
  return { filter: parts.length > 1 ? { kind: 'and', parts } : first };
}

function equals(path: { link?: string; column: string }, id: string): Filter {
  return { kind: 'condition', path, operator: 'eq', values: [id] };
}
