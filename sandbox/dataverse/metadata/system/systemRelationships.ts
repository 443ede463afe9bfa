import { isCustomTable } from '../isCustomTable.js';
import type { Cascade, Column } from '../model.js';
import type { OneToManyDefinition, TableDefinition } from '../solution.js';

/** Lookups that mean the same in every table: the table they lead to and how the platform names the relationship. */
const fixedLookups: Readonly<
  Record<string, { target: string; name: (table: string) => string; onDelete: Cascade }>
> = {
  createdby: { target: 'systemuser', name: (table) => `lk_${table}_createdby`, onDelete: 'NoCascade' },
  createdonbehalfby: {
    target: 'systemuser',
    name: (table) => `lk_${table}_createdonbehalfby`,
    onDelete: 'NoCascade',
  },
  modifiedby: { target: 'systemuser', name: (table) => `lk_${table}_modifiedby`, onDelete: 'NoCascade' },
  modifiedonbehalfby: {
    target: 'systemuser',
    name: (table) => `lk_${table}_modifiedonbehalfby`,
    onDelete: 'NoCascade',
  },
  owninguser: { target: 'systemuser', name: (table) => `user_${table}`, onDelete: 'NoCascade' },
  owningteam: { target: 'team', name: (table) => `team_${table}`, onDelete: 'NoCascade' },
  owningbusinessunit: {
    target: 'businessunit',
    name: (table) => `business_unit_${table}`,
    onDelete: 'Restrict',
  },
  organizationid: { target: 'organization', name: (table) => `organization_${table}`, onDelete: 'NoCascade' },
  sendermailboxid: {
    target: 'mailbox',
    name: (table) => `${table}_mailbox_sendermailboxid`,
    onDelete: 'NoCascade',
  },
  transactioncurrencyid: {
    target: 'transactioncurrency',
    name: (table) => `transactioncurrency_${table}`,
    onDelete: 'Restrict',
  },
};

/**
 * The relationships that the platform makes by itself: who created and owns a row, what an activity regards, the
 * parties of an activity, notes and system jobs. An export may list them or not. The tables have all their columns.
 */
export function systemRelationships(tables: readonly TableDefinition[]): OneToManyDefinition[] {
  return tables.flatMap((table) => [
    ...table.columns.flatMap((column) => relationshipsOfColumn(table, column)),
    ...relationshipsOfNature(table, tables),
  ]);
}

function relationshipsOfColumn(table: TableDefinition, column: Column): OneToManyDefinition[] {
  const isCustomActivity = table.isActivity && isCustomTable(table);
  if (column.type === 'owner') {
    return ownerRelationships(
      table.logicalName,
      column.logicalName,
      isCustomActivity ? `${table.logicalName}_owner_${column.logicalName}` : undefined,
    );
  }
  const fixed = column.type === 'lookup' ? fixedLookups[column.logicalName] : undefined;
  if (fixed === undefined) return [];
  const name = isCustomActivity
    ? `${table.logicalName}_${fixed.target}_${column.logicalName}`
    : fixed.name(table.logicalName);
  const onDelete = isCustomTable(table) ? 'NoCascade' : fixed.onDelete;
  return [define(name, fixed.target, table, column.logicalName, onDelete)];
}

/**
 * The platform has one relationship from `owner`, which stands for users and teams, to a table. The catalogue knows
 * no `owner` table, so it holds the relationship twice under its one name: from systemuser and from team.
 */
export function ownerRelationships(
  table: string,
  column: string,
  schemaName = `owner_${table}`,
): OneToManyDefinition[] {
  return ['systemuser', 'team'].map((owner) => ({
    schemaName,
    referencedTable: owner,
    referencingTable: table,
    referencingColumn: column,
    referencingNavigation: column,
    onDelete: 'NoCascade',
    onAssign: 'NoCascade',
  }));
}

function relationshipsOfNature(
  table: TableDefinition,
  tables: readonly TableDefinition[],
): OneToManyDefinition[] {
  if (table.logicalName === 'annotation') {
    return tables
      .filter(({ hasNotes }) => hasNotes)
      .map((noted) =>
        define(
          `${noted.schemaName}_${isCustomTable(noted) ? 'Annotations' : 'Annotation'}`,
          noted.logicalName,
          table,
          'objectid',
          'Cascade',
        ),
      );
  }
  if (table.logicalName === 'asyncoperation') {
    return tables
      .filter(({ ownership, logicalName }) => ownership !== 'none' && logicalName !== 'asyncoperation')
      .map((regarded) =>
        define(
          `${regarded.schemaName}_AsyncOperations`,
          regarded.logicalName,
          table,
          'regardingobjectid',
          'Cascade',
        ),
      );
  }
  if (table.logicalName === 'activityparty') {
    return tables
      .filter(({ isActivity }) => isActivity)
      .map((activity) =>
        define(
          `${activity.logicalName}_activity_parties`,
          activity.logicalName,
          table,
          'activityid',
          'Cascade',
        ),
      );
  }
  return table.isActivity ? activityRelationships(table, tables) : [];
}

function activityRelationships(
  activity: TableDefinition,
  tables: readonly TableDefinition[],
): OneToManyDefinition[] {
  const regarding = tables
    .filter(({ hasActivities }) => hasActivities)
    .map((regarded) =>
      define(
        `${isCustomTable(activity) ? regarded.logicalName : regarded.schemaName}_${activity.schemaName}s`,
        regarded.logicalName,
        activity,
        'regardingobjectid',
        'Cascade',
      ),
    );
  if (activity.logicalName === 'activitypointer') return regarding;
  const pointer = define(
    `activity_pointer_${activity.logicalName}`,
    'activitypointer',
    activity,
    'activityid',
    isCustomTable(activity) ? 'NoCascade' : 'Cascade',
  );
  return [...regarding, pointer];
}

function define(
  schemaName: string,
  referencedTable: string,
  table: TableDefinition,
  referencingColumn: string,
  onDelete: Cascade,
): OneToManyDefinition {
  return {
    schemaName,
    referencedTable,
    referencingTable: table.logicalName,
    referencingColumn,
    onDelete,
    onAssign: onDelete === 'Cascade' ? 'Cascade' : 'NoCascade',
  };
}
