import { isCustomTable } from './isCustomTable.js';
import type { Column, ManyToMany, Table } from './model.js';
import { optional } from './optional.js';
import { platformColumn } from './system/platformColumn.js';
import type { ManyToManyDefinition } from './solution.js';
import { settingsFrom } from './tableSettings.js';

/** The built-in intersect tables' own numbers. */
const builtInTypeCodes: Readonly<Record<string, number>> = {
  systemuserroles: 15,
  teammembership: 23,
  teamroles: 40,
  systemuserprofiles: 1202,
  teamprofiles: 1203,
};

/**
 * Turns many-to-many definitions into relationships: each end's column is the table's primary id, or `<id>one` and
 * `<id>two` when a table is linked with itself. Throws Error when an end is no table of the catalogue.
 */
export function resolveManyToMany(
  definitions: readonly ManyToManyDefinition[],
  tables: ReadonlyMap<string, { readonly primaryId?: string }>,
): ManyToMany[] {
  return definitions.map(({ schemaName, intersect, first, second }) => {
    const reflexive = first.table === second.table;
    const end = (side: ManyToManyDefinition['first'], suffix: string) => {
      const primaryId = tables.get(side.table)?.primaryId;
      if (primaryId === undefined) {
        throw new Error(
          `Relationship '${schemaName}' links the table '${side.table}', which no solution defines.`,
        );
      }
      return {
        table: side.table,
        column: reflexive ? `${primaryId}${suffix}` : primaryId,
        navigation: side.navigation ?? schemaName,
        ...optional('menu', side.menu),
      };
    };
    return {
      kind: 'ManyToMany',
      schemaName,
      intersect,
      first: end(first, 'one'),
      second: end(second, 'two'),
      isCustom: isCustomTable({ logicalName: intersect }),
    };
  });
}

/** The table whose rows are the links of a many-to-many relationship. */
export function intersectTable(relationship: ManyToMany, objectTypeCode: number): Table {
  const name = relationship.intersect;
  const columns = [
    intersectColumn(`${name}id`, 'primarykey'),
    intersectColumn(relationship.first.column, 'uniqueidentifier'),
    intersectColumn(relationship.second.column, 'uniqueidentifier'),
    intersectColumn('versionnumber', 'bigint'),
  ];
  return {
    logicalName: name,
    schemaName: name,
    setName: intersectSet(relationship),
    primaryId: `${name}id`,
    ownership: 'none',
    isActivity: false,
    isIntersect: true,
    isCustom: relationship.isCustom,
    changeTracking: false,
    hasActivities: false,
    hasNotes: false,
    objectTypeCode: builtInTypeCodes[name] ?? objectTypeCode,
    columns: new Map(columns.map((column) => [column.logicalName, column])),
    keys: [],
    settings: settingsFrom(() => undefined),
    labels: {},
    collectionLabels: {},
    descriptions: {},
  };
}

/** `inv_…set` for a custom one; the built-in ones are plurals (`teammemberships`, `systemuserrolescollection`). */
function intersectSet({ intersect, isCustom }: ManyToMany): string {
  if (isCustom) return `${intersect}set`;
  return intersect.endsWith('s') ? `${intersect}collection` : `${intersect}s`;
}

function intersectColumn(name: string, type: 'primarykey' | 'uniqueidentifier' | 'bigint'): Column {
  return {
    ...platformColumn,
    logicalName: name,
    schemaName: name,
    type,
    required: type === 'bigint' ? 'none' : 'systemrequired',
  };
}
