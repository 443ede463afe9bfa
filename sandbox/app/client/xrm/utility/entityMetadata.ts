import type { AppDefinition } from '../../../definition/definition.js';
import type { ColumnDefinition, TableDefinition } from '../../../definition/table/tableDefinition.js';
import { failClosed } from '../failClosed.js';
import { itemCollection } from '../itemCollection.js';
import { tableOf } from '../../host/tableOf.js';

/**
 * Xrm.Utility.getEntityMetadata: a table's facts, and those of the columns that are asked for by name. Labels are texts,
 * as the client gives them.
 * @throws Error for a table or a column that the app does not have
 */
export function entityMetadata(
  definition: Pick<AppDefinition, 'tables'>,
  name: string,
  attributes: readonly string[] = [],
): object {
  const table = tableOf(definition, name);
  const columns = attributes.map((attribute) => attributeMetadata(table, columnOf(table, attribute)));
  return failClosed('the metadata of getEntityMetadata', {
    LogicalName: table.logicalName,
    SchemaName: table.schemaName,
    EntitySetName: table.setName,
    LogicalCollectionName: table.setName,
    DisplayName: table.label,
    DisplayCollectionName: table.collectionLabel,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    ObjectTypeCode: table.objectTypeCode,
    OwnershipType: ownershipTypes[table.ownership],
    IsActivity: table.isActivity,
    HasActivities: table.hasActivities,
    HasNotes: table.hasNotes,
    Attributes: itemCollection(
      'Attributes',
      () => columns,
      ({ LogicalName }) => LogicalName,
    ),
  });
}

/** OwnershipTypes: 0 none, 1 user, 8 organization. */
const ownershipTypes = { none: 0, user: 1, organization: 8 } as const;

/** AttributeTypeCode, by the type of the solution XML. */
const typeCodes: Readonly<Record<ColumnDefinition['type'], number>> = {
  bit: 0,
  customer: 1,
  datetime: 2,
  decimal: 3,
  float: 4,
  int: 5,
  lookup: 6,
  ntext: 7,
  money: 8,
  owner: 9,
  partylist: 10,
  picklist: 11,
  state: 12,
  status: 13,
  nvarchar: 14,
  uniqueidentifier: 15,
  primarykey: 15,
  virtual: 17,
  multiselectpicklist: 17,
  image: 17,
  file: 17,
  bigint: 18,
};

function attributeMetadata(table: TableDefinition, column: ColumnDefinition) {
  return failClosed('the metadata of an attribute', {
    LogicalName: column.logicalName,
    DisplayName: column.label,
    EntityLogicalName: table.logicalName,
    AttributeType: typeCodes[column.type],
    DefaultFormValue: column.defaultValue ?? -1,
    OptionSet: (column.options ?? []).map(({ value, label, state }) => ({
      Value: value,
      Label: label,
      ...(state === undefined ? {} : { State: state }),
    })),
  });
}

function columnOf(table: TableDefinition, name: string): ColumnDefinition {
  const column = table.columns[name];
  if (column === undefined) throw new Error(`The table ${table.logicalName} has no column ${name}.`);
  return column;
}
