import type { AppDefinition } from '../../../../definition/definition.js';
import type { Relationship, TableDefinition } from '../../../../definition/table/tableDefinition.js';

/** Another table's rows that point to the form's row: an entry of the Related menu. */
export interface RelatedTable {
  readonly relationship: Extract<Relationship, { kind: 'OneToMany' }>;
  readonly table: TableDefinition;
  /** The table's plural name; with the lookup's name where a table points here twice. */
  readonly label: string;
}

/**
 * What the Related menu lists: tables that point to this one, that the user may read and that have a view to show; in
 * the order of their names. Access through a lookup of the platform's own (who created it, who owns it) is no relation to
 * a person who reads the menu.
 */
export function relatedTables(definition: AppDefinition, table: TableDefinition): readonly RelatedTable[] {
  const found = table.relationships
    .filter((relationship) => relationship.kind === 'OneToMany')
    .filter(({ relatedColumn }) => !platformLookups.has(relatedColumn))
    .map((relationship) => ({ relationship, related: definition.tables[relationship.relatedTable] }))
    .filter(({ related }) => related?.privileges.read === true && related.views.length > 0);
  const tables = found.map(({ related }) => related);
  return found
    .flatMap(({ relationship, related }) => {
      if (related === undefined) return [];
      const isOnly = tables.indexOf(related) === tables.lastIndexOf(related);
      const column = related.columns[relationship.relatedColumn]?.label ?? relationship.relatedColumn;
      const label = isOnly ? related.collectionLabel : `${related.collectionLabel} (${column})`;
      return [{ relationship, table: related, label }];
    })
    .sort((left, right) => left.label.localeCompare(right.label));
}

const platformLookups: ReadonlySet<string> = new Set([
  'createdby',
  'createdonbehalfby',
  'modifiedby',
  'modifiedonbehalfby',
  'ownerid',
  'owninguser',
  'owningteam',
  'owningbusinessunit',
]);
