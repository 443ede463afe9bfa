import { errors } from '../../errors.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { Column, Table } from '../../metadata/model.js';
import { physicalColumns } from '../../storage/columns.js';
import type { Query } from '../model.js';
import { missingColumn } from '../nameColumn.js';
import { childrenOf, requiredAttribute, requireKnown, type FetchElement } from './element.js';

/** Children that `entity` and `link-entity` have in common. */
export const entityChildren = new Set([
  'attribute',
  'all-attributes',
  'no-attrs',
  'order',
  'filter',
  'link-entity',
]);

const attributeAttributes = new Set([
  'name',
  'alias',
  'aggregate',
  'groupby',
  'dategrouping',
  'distinct',
  'usertimezone',
]);

/** The table an element names. Throws 400 (0x80041102) when there is none. */
export function namedTable(element: FetchElement, catalogue: Catalogue): Table {
  const name = requiredAttribute(element, 'name');
  const table = catalogue.tables.get(name);
  if (table === undefined) throw errors.unknownEntity(name);
  return table;
}

/** The columns an element lists. */
export function listedColumns(element: FetchElement, table: Table): Query['columns'] {
  if (childrenOf(element, 'all-attributes').length > 0) return 'all';
  return [...new Set(attributesOf(element).map((attribute) => fetchedColumn(attribute, table).logicalName))];
}

/** The `attribute` children of an element, checked. */
export function attributesOf(element: FetchElement): readonly FetchElement[] {
  const found = childrenOf(element, 'attribute');
  for (const attribute of found) requireKnown(attribute, attributeAttributes);
  return found;
}

/** The column an `attribute` names. Throws 400 when there is none, 501 when it has no place in the row (name columns too). */
export function fetchedColumn(attribute: FetchElement, table: Table): Column {
  const name = requiredAttribute(attribute, 'name');
  const column = table.columns.get(name);
  if (column === undefined) throw missingColumn(table, name);
  if (physicalColumns(column).length === 0)
    throw errors.notEmulated(`FetchXML over the column '${name}' of type ${column.type}`);
  return column;
}
