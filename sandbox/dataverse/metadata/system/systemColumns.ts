import { isCustomTable } from '../isCustomTable.js';
import type { Column } from '../model.js';
import type { TableDefinition } from '../solution.js';
import { customActivityColumns } from './activityColumns.js';
import { keyAndStateColumns } from './keyAndStateColumns.js';
import { systemColumn } from './systemColumn.js';

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
  systemColumn('ImportSequenceNumber', {
    type: 'int',
    min: -2_147_483_648,
    max: 2_147_483_647,
    validForCreate: true,
  }),
  systemColumn('OverriddenCreatedOn', {
    type: 'datetime',
    format: 'date',
    dateBehavior: 1,
    validForCreate: true,
  }),
  systemColumn('TimeZoneRuleVersionNumber', {
    type: 'int',
    min: -1,
    max: 2_147_483_647,
    validForCreate: true,
    validForUpdate: true,
  }),
  systemColumn('UTCConversionTimeZoneCode', {
    type: 'int',
    min: -1,
    max: 2_147_483_647,
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
 * does not list them. An activity has every column of `activitypointer`. Of the platform's columns on a custom table a
 * definition has the say on the texts and the options alone.
 */
export function allColumns(table: TableDefinition, activityPointer: TableDefinition | undefined): Column[] {
  const isActivity = table.isActivity && table.primaryId === 'activityid';
  const common = [
    ...(isActivity ? (activityPointer?.columns ?? []).map((column) => inherited(table, column)) : []),
    ...(isActivity && isCustomTable(table) ? customActivityColumns : []),
    ...(table.ownership === 'user' ? [...audit, ...userOwned] : []),
    ...(table.ownership === 'organization' ? [...audit, ...organizationOwned] : []),
    ...always,
  ];
  const columns = new Map(common.map((column) => [column.logicalName, column]));
  const known = new Map(
    [...keyAndStateColumns(table), ...common].map((column) => [column.logicalName, column]),
  );
  for (const column of table.columns) {
    const platforms = isCustomTable(table) ? known.get(column.logicalName) : undefined;
    const isOwn = platforms === undefined || column.logicalName === table.primaryName;
    columns.set(column.logicalName, isOwn ? column : { ...platforms, ...ownParts(column) });
  }
  if (isActivity) {
    const listed = table.columns.find(({ logicalName }) => logicalName === activityTypeCode.logicalName);
    const texts = listed !== undefined && isCustomTable(table) ? ownTexts(listed) : {};
    columns.set(activityTypeCode.logicalName, { ...activityTypeCode, ...texts });
  }
  return [...columns.values()];
}

/** An activity's column has a choice of its own, named after the activity. */
function inherited({ logicalName }: TableDefinition, column: Column): Column {
  if (column.choice === undefined || column.choice.isGlobal) return column;
  return { ...column, choice: { ...column.choice, name: `${logicalName}_${column.logicalName}` } };
}

/** What a definition says of a platform's column. */
function ownParts(column: Column): Partial<Column> {
  const { choice } = column;
  return {
    ...ownTexts(column),
    ...(choice === undefined || choice.isGlobal || choice.name === '' ? {} : { choice }),
  };
}

function ownTexts({ labels, descriptions }: Column): Partial<Column> {
  return {
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(descriptions).length === 0 ? {} : { descriptions }),
  };
}
