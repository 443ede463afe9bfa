import type { Column, ColumnType } from './model.js';
import { platformColumn } from './platformColumn.js';
import type { TableDefinition } from './solution.js';

/** Values that differ from a plain column: one that nobody sets and that may be empty. */
type Traits = Partial<Column> & { readonly type: ColumnType };

/** Every table has a row version. */
const always: readonly Column[] = [systemColumn('VersionNumber', 'Version Number', { type: 'bigint' })];

/** Columns of every table whose rows somebody owns, a user or the organization. */
const audit: readonly Column[] = [
  systemColumn('CreatedBy', 'Created By', { type: 'lookup' }),
  systemColumn('CreatedOn', 'Created On', { type: 'datetime', format: 'datetime', dateBehavior: 1 }),
  systemColumn('CreatedOnBehalfBy', 'Created By (Delegate)', { type: 'lookup' }),
  systemColumn('ModifiedBy', 'Modified By', { type: 'lookup' }),
  systemColumn('ModifiedOn', 'Modified On', { type: 'datetime', format: 'datetime', dateBehavior: 1 }),
  systemColumn('ModifiedOnBehalfBy', 'Modified By (Delegate)', { type: 'lookup' }),
  systemColumn('ImportSequenceNumber', 'Import Sequence Number', { type: 'int', validForCreate: true }),
  systemColumn('OverriddenCreatedOn', 'Record Created On', {
    type: 'datetime',
    format: 'date',
    dateBehavior: 1,
    validForCreate: true,
  }),
  systemColumn('TimeZoneRuleVersionNumber', 'Time Zone Rule Version Number', {
    type: 'int',
    min: -1,
    validForCreate: true,
    validForUpdate: true,
  }),
  systemColumn('UTCConversionTimeZoneCode', 'UTC Conversion Time Zone Code', {
    type: 'int',
    min: -1,
    validForCreate: true,
    validForUpdate: true,
  }),
];

const userOwned: readonly Column[] = [
  systemColumn('OwnerId', 'Owner', {
    type: 'owner',
    required: 'systemrequired',
    validForCreate: true,
    validForUpdate: true,
  }),
  systemColumn('OwningBusinessUnit', 'Owning Business Unit', { type: 'lookup' }),
  systemColumn('OwningTeam', 'Owning Team', { type: 'lookup' }),
  systemColumn('OwningUser', 'Owning User', { type: 'lookup' }),
];

const organizationOwned: readonly Column[] = [
  systemColumn('OrganizationId', 'Organization Id', { type: 'lookup' }),
];

/** In an export a choice of numbers; in the Web API the activity's logical name (EntityName). */
const activityTypeCode = systemColumn('ActivityTypeCode', 'Activity Type', {
  type: 'nvarchar',
  maxLength: 64,
});

/**
 * All columns of a table: those of its XML, and those that the platform gives every table of its kind when the XML
 * does not list them. An activity has every column of `activitypointer`.
 */
export function allColumns(table: TableDefinition, activityPointer: TableDefinition | undefined): Column[] {
  const isActivity = table.isActivity && table.primaryId === 'activityid';
  const common = [
    ...(isActivity ? (activityPointer?.columns ?? []) : []),
    ...(table.ownership === 'user' ? [...audit, ...userOwned] : []),
    ...(table.ownership === 'organization' ? [...audit, ...organizationOwned] : []),
    ...always,
  ];
  const columns = new Map(common.map((column) => [column.logicalName, column]));
  for (const column of table.columns) columns.set(column.logicalName, column);
  if (isActivity) columns.set(activityTypeCode.logicalName, activityTypeCode);
  return [...columns.values()];
}

function systemColumn(schemaName: string, label: string, traits: Traits): Column {
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    ...platformColumn,
    labels: { 1033: label },
    ...traits,
  };
}
