import type { Catalogue } from '../metadata/catalogue.js';
import type { Column, OneToMany, Table } from '../metadata/model.js';

/** What a new row takes over from the row it is made from. */
export interface AttributeMap {
  /** Columns of the new row that take the value of the column of the same name. */
  readonly columns: readonly Column[];
  /** Navigation property of the new row that is bound to the source row. */
  readonly lookup?: string;
}

/** Columns that say what a row is, not what it is about. */
const neverMapped = new Set([
  'statecode',
  'statuscode',
  'importsequencenumber',
  'overriddencreatedon',
  'utcconversiontimezonecode',
  'timezoneruleversionnumber',
]);

/** Kinds of columns whose value can be carried over as it is. */
const plain = new Set([
  'nvarchar',
  'ntext',
  'int',
  'bigint',
  'decimal',
  'float',
  'money',
  'bit',
  'datetime',
  'picklist',
]);

/**
 * The map from one table to another. Dataverse keeps it as rows (entitymap, attributemap) that a relationship brings
 * along and makers edit; the sandbox has no such rows and derives it: columns of the same name and kind, and the lookup
 * to the source table. When there are several lookups, the one named after the table (`new_contactid` for `contact`).
 */
export function attributeMap(catalogue: Catalogue, source: Table, target: Table): AttributeMap {
  const columns = [...target.columns.values()].filter(
    (column) =>
      column.validForCreate &&
      plain.has(column.type) &&
      !neverMapped.has(column.logicalName) &&
      source.columns.get(column.logicalName)?.type === column.type,
  );
  const lookup = lookupTo(catalogue, source, target)?.referencingNavigation;
  return lookup === undefined ? { columns } : { columns, lookup };
}

function lookupTo(catalogue: Catalogue, source: Table, target: Table): OneToMany | undefined {
  const candidates = catalogue.oneToMany.filter(
    ({ referencedTable, referencingTable, referencingColumn }) =>
      referencedTable === source.logicalName &&
      referencingTable === target.logicalName &&
      target.columns.get(referencingColumn)?.validForCreate === true,
  );
  if (candidates.length === 1) return candidates[0];
  return candidates.find(
    ({ referencingColumn }) => referencingColumn.split('_').at(-1) === `${source.logicalName}id`,
  );
}
