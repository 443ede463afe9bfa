import type { Relationship, TableDefinition } from '../../definition/table/tableDefinition.js';
import { element, withChildren, type XmlElement } from '../xml/xmlElement.js';
import { changeEntity, conditionFilter, withFilters } from './query.js';

/** Alias of the link to an intersect table; no view uses it. */
const linkAlias = 'related_to_parent';

/**
 * The query for the rows that are related to one row: by their lookup, or through the intersect table.
 * @param relationship as that row's table sees it
 * @param table the table of the query
 */
export function withRelated(
  fetch: XmlElement,
  relationship: Relationship,
  parentId: string,
  table: Pick<TableDefinition, 'primaryId'>,
): XmlElement {
  if (relationship.kind === 'OneToMany') {
    return withFilters(fetch, [conditionFilter(relationship.relatedColumn, 'eq', parentId)]);
  }
  const link = element(
    'link-entity',
    {
      name: relationship.intersect,
      from: relationship.relatedColumn,
      to: table.primaryId,
      alias: linkAlias,
      'link-type': 'inner',
      intersect: 'true',
    },
    [conditionFilter(relationship.column, 'eq', parentId)],
  );
  return changeEntity(fetch, (entity) => withChildren(entity, link));
}
