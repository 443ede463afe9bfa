import type { Choice, Column, ColumnType } from '../../../sandbox/dataverse/metadata/model.js';
import type { Solution, TableDefinition } from '../../../sandbox/dataverse/metadata/solution.js';
import { fieldSecurityProfiles, roles } from './projectsRoles.js';
import { defaultColumnSettings } from '../../../sandbox/dataverse/metadata/columnSettings.js';
import { settingsFrom } from '../../../sandbox/dataverse/metadata/tableSettings.js';

type Traits = Partial<Column> & { readonly type: ColumnType };

function column(logicalName: string, traits: Traits): Column {
  return {
    logicalName,
    schemaName: logicalName,
    required: 'none',
    targets: [],
    secured: false,
    settings: defaultColumnSettings,
    validForCreate: true,
    validForRead: true,
    validForUpdate: true,
    isCustom: true,
    labels: {},
    descriptions: {},
    ...traits,
  };
}

function choice(name: string, options: Choice['options']): Choice {
  return { name, isGlobal: false, labels: {}, options };
}

/** Two states, each with two status reasons; the second one's default is not its first. */
function states(table: string): Column[] {
  return [
    column('statecode', {
      type: 'state',
      validForCreate: false,
      choice: choice(`${table}_statecode`, [
        { value: 0, labels: {}, defaultStatus: 1 },
        { value: 1, labels: {}, defaultStatus: 2 },
      ]),
    }),
    column('statuscode', {
      type: 'status',
      choice: choice(`${table}_statuscode`, [
        { value: 1, labels: {}, state: 0 },
        { value: 100, labels: {}, state: 0 },
        { value: 200, labels: {}, state: 1 },
        { value: 2, labels: {}, state: 1 },
      ]),
    }),
  ];
}

function table(
  name: string,
  columns: readonly Column[],
  more: Partial<TableDefinition> = {},
): TableDefinition {
  return {
    logicalName: name,
    schemaName: name,
    setName: `${name}s`,
    primaryId: `${name}id`,
    primaryName: 'new_name',
    ownership: 'user',
    isActivity: false,
    changeTracking: true,
    hasActivities: false,
    hasNotes: false,
    columns: [
      column(`${name}id`, { type: 'primarykey', required: 'systemrequired', validForUpdate: false }),
      column('new_name', { type: 'nvarchar', maxLength: 20 }),
      ...columns,
    ],
    keys: [],
    settings: settingsFrom(() => undefined),
    labels: {},
    collectionLabels: {},
    descriptions: {},
    ...more,
  };
}

const kinds = choice('new_kind', [
  { value: 1, labels: {} },
  { value: 2, labels: {} },
]);

const project = table(
  'new_project',
  [
    ...states('new_project'),
    column('new_name', { type: 'nvarchar', maxLength: 20, required: 'required' }),
    column('new_code', { type: 'nvarchar', maxLength: 20 }),
    column('new_year', { type: 'int', min: 2000, max: 2100 }),
    column('new_secret', { type: 'nvarchar', maxLength: 20, secured: true }),
    column('new_budget', { type: 'decimal', min: 0, max: 1000, precision: 2 }),
    column('new_text', { type: 'ntext', maxLength: 2000 }),
    column('new_kind', { type: 'picklist', choice: kinds, defaultValue: 1 }),
    column('new_kinds', { type: 'multiselectpicklist', choice: kinds }),
    column('new_open', { type: 'bit', defaultValue: 0 }),
    column('new_day', { type: 'datetime', dateBehavior: 2 }),
    column('new_moment', { type: 'datetime', dateBehavior: 1 }),
    column('new_mark', { type: 'uniqueidentifier' }),
    column('new_fixed', { type: 'nvarchar', maxLength: 20, validForUpdate: false }),
    column('new_contactid', { type: 'lookup' }),
    column('new_parentid', { type: 'lookup' }),
  ],
  {
    hasActivities: true,
    keys: [
      {
        logicalName: 'new_codekey',
        schemaName: 'new_codekey',
        columns: ['new_code', 'new_year'],
        labels: {},
      },
    ],
  },
);

const visit = table('new_visit', [column('customers', { type: 'partylist' })], {
  primaryId: 'activityid',
  primaryName: 'subject',
  isActivity: true,
  columns: [
    column('activityid', { type: 'primarykey', required: 'systemrequired', validForUpdate: false }),
    column('customers', { type: 'partylist' }),
    column('statecode', {
      type: 'state',
      validForCreate: false,
      choice: choice('new_visit_statecode', [
        { value: 0, labels: {}, defaultStatus: 1 },
        { value: 1, labels: {}, defaultStatus: 2 },
      ]),
    }),
    column('statuscode', {
      type: 'status',
      choice: choice('new_visit_statuscode', [
        { value: 1, labels: {}, state: 0 },
        { value: 2, labels: {}, state: 1 },
      ]),
    }),
  ],
});

const lookups = { onDelete: 'RemoveLink', onAssign: 'NoCascade' } as const;

/** A solution with one of everything the organization service has a rule for; it knows no product. */
export const projectsSolution: Solution = {
  uniqueName: 'projects',
  version: '1.0.0.0',
  labels: { 1033: 'Projects' },
  descriptions: {},
  isManaged: false,
  publisher: {
    uniqueName: 'Planners',
    labels: {},
    descriptions: {},
    prefix: 'new',
    optionValuePrefix: 10000,
  },
  tables: [
    project,
    visit,
    table('new_step', [column('new_projectid', { type: 'lookup' })]),
    table('new_memo', [column('new_projectid', { type: 'lookup' })]),
    table('new_tag', [], { ownership: 'organization' }),
  ],
  oneToMany: [
    {
      ...lookups,
      schemaName: 'new_project_contact',
      referencedTable: 'contact',
      referencingTable: 'new_project',
      referencingColumn: 'new_contactid',
      referencingNavigation: 'new_ContactId',
    },
    {
      schemaName: 'new_project_project',
      referencedTable: 'new_project',
      referencingTable: 'new_project',
      referencingColumn: 'new_parentid',
      referencingNavigation: 'new_ParentId',
      onDelete: 'Restrict',
      onAssign: 'NoCascade',
    },
    {
      schemaName: 'new_project_steps',
      referencedTable: 'new_project',
      referencingTable: 'new_step',
      referencingColumn: 'new_projectid',
      referencingNavigation: 'new_ProjectId',
      onDelete: 'Cascade',
      onAssign: 'Cascade',
    },
    {
      ...lookups,
      schemaName: 'new_project_memos',
      referencedTable: 'new_project',
      referencingTable: 'new_memo',
      referencingColumn: 'new_projectid',
      referencingNavigation: 'new_ProjectId',
    },
  ],
  manyToMany: [
    {
      schemaName: 'new_project_tags',
      intersect: 'new_project_tags',
      first: { table: 'new_project' },
      second: { table: 'new_tag' },
    },
  ],
  choices: [],
  roles,
  fieldSecurityProfiles,
  views: [],
  forms: [],
  charts: [],
  dashboards: [],
  emailTemplates: [],
  environmentVariables: [],
  webResources: [],
  ribbonDiffs: [],
  apps: [],
  siteMaps: [],
};
