import type { Column, ColumnType } from './model.js';
import { platformColumn } from './platformColumn.js';
import type { TableDefinition } from './solution.js';
import { systemColumnLabels } from './systemColumnLabels.js';

/** Values that differ from a plain column: one that nobody sets and that may be empty. */
type Traits = Partial<Column> & { readonly type: ColumnType };

/** Every table has a row version. */
const always: readonly Column[] = [systemColumn('VersionNumber', { type: 'bigint' })];

/** Columns of every table whose rows somebody owns, a user or the organization. */
const audit: readonly Column[] = [
  systemColumn('CreatedBy', { type: 'lookup' }),
  systemColumn('CreatedOn', { type: 'datetime', format: 'datetime', dateBehavior: 1 }),
  systemColumn('CreatedOnBehalfBy', { type: 'lookup' }),
  systemColumn('ModifiedBy', { type: 'lookup' }),
  systemColumn('ModifiedOn', { type: 'datetime', format: 'datetime', dateBehavior: 1 }),
  systemColumn('ModifiedOnBehalfBy', { type: 'lookup' }),
  systemColumn('ImportSequenceNumber', { type: 'int', validForCreate: true }),
  systemColumn('OverriddenCreatedOn', {
    type: 'datetime',
    format: 'date',
    dateBehavior: 1,
    validForCreate: true,
  }),
  systemColumn('TimeZoneRuleVersionNumber', {
    type: 'int',
    min: -1,
    validForCreate: true,
    validForUpdate: true,
  }),
  systemColumn('UTCConversionTimeZoneCode', {
    type: 'int',
    min: -1,
    validForCreate: true,
    validForUpdate: true,
  }),
];

const userOwned: readonly Column[] = [
  systemColumn('OwnerId', {
    type: 'owner',
    required: 'systemrequired',
    validForCreate: true,
    validForUpdate: true,
  }),
  systemColumn('OwningBusinessUnit', { type: 'lookup' }),
  systemColumn('OwningTeam', { type: 'lookup' }),
  systemColumn('OwningUser', { type: 'lookup' }),
];

const organizationOwned: readonly Column[] = [systemColumn('OrganizationId', { type: 'lookup' })];

/** In an export a choice of numbers; in the Web API the activity's logical name (EntityName). */
const activityTypeCode = systemColumn('ActivityTypeCode', {
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

function systemColumn(schemaName: keyof typeof systemColumnLabels, traits: Traits): Column {
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    ...platformColumn,
    labels: systemColumnLabels[schemaName],
    ...traits,
  };
}
