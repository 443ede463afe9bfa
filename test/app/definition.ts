import type { AppDefinition } from '../../sandbox/app/definition/definition.js';
import type { Privilege } from '../../sandbox/app/definition/table/privilege.js';
import type {
  ColumnDefinition,
  Relationship,
  TableDefinition,
} from '../../sandbox/app/definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../sandbox/app/definition/view/viewDefinition.js';
import type {
  FormCell,
  FormControl,
  FormDefinition,
} from '../../sandbox/app/definition/form/formDefinition.js';

/**
 * Definitions for tests: each builder gives something whole and plain, and takes what the test cares about.
 * Ids are lower-case GUIDs; `guid(7)` is the same one each time.
 */

/** `00000000-0000-4000-8000-000000000007` */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A text column that everybody may read and write, unless told otherwise. */
export function aColumn(logicalName: string, parts: Partial<ColumnDefinition> = {}): ColumnDefinition {
  return {
    logicalName,
    label: logicalName,
    description: '',
    type: 'nvarchar',
    required: 'none',
    targets: [],
    navigations: {},
    secured: false,
    canRead: true,
    canCreate: true,
    canUpdate: true,
    ...parts,
  };
}

/** A lookup; its navigation property is named as the column unless the column may point to several tables. */
export function aLookup(
  logicalName: string,
  targets: readonly string[],
  parts: Partial<ColumnDefinition> = {},
): ColumnDefinition {
  const navigation = (target: string) => (targets.length === 1 ? logicalName : `${logicalName}_${target}`);
  return aColumn(logicalName, {
    type: 'lookup',
    targets,
    navigations: Object.fromEntries(targets.map((target) => [target, navigation(target)])),
    ...parts,
  });
}

const everyPrivilege: Readonly<Record<Privilege, boolean>> = {
  create: true,
  read: true,
  write: true,
  delete: true,
  append: true,
  appendTo: true,
  assign: true,
};

/** What `aTable` takes: parts of the table; columns as a list, privileges one by one. */
export type TableParts = Partial<Omit<TableDefinition, 'columns' | 'privileges'>> & {
  readonly columns?: readonly ColumnDefinition[];
  readonly privileges?: Partial<Record<Privilege, boolean>>;
};

/** A user-owned table with its key, a name (`name`, unless `primaryName` says another), owner, state and status reason. */
export function aTable(logicalName: string, parts: TableParts = {}): TableDefinition {
  const primaryId = parts.primaryId ?? `${logicalName}id`;
  const primaryName = parts.primaryName ?? 'name';
  const columns = [
    aColumn(primaryId, { type: 'primarykey', canCreate: true, canUpdate: false }),
    aColumn(primaryName, { maxLength: 200, required: 'required' }),
    aLookup('ownerid', ['systemuser', 'team'], {
      type: 'owner',
      navigations: { systemuser: 'ownerid', team: 'ownerid' },
    }),
    aColumn('statecode', {
      type: 'state',
      canCreate: false,
      options: [
        { value: 0, label: 'Active', defaultStatus: 1 },
        { value: 1, label: 'Inactive', defaultStatus: 2 },
      ],
    }),
    aColumn('statuscode', {
      type: 'status',
      options: [
        { value: 1, label: 'Active', state: 0 },
        { value: 2, label: 'Inactive', state: 1 },
      ],
    }),
    ...(parts.columns ?? []),
  ];
  return {
    logicalName,
    schemaName: logicalName,
    setName: `${logicalName}s`,
    label: logicalName,
    collectionLabel: `${logicalName}s`,
    objectTypeCode: 10000,
    ownership: 'user',
    isActivity: false,
    hasActivities: false,
    hasNotes: false,
    relationships: [],
    views: [aView(logicalName, { columns: [primaryName] })],
    forms: [],
    charts: [],
    ribbon: { actions: [], hidden: [], commands: {}, enableRules: {}, displayRules: {} },
    ...parts,
    primaryId,
    primaryName,
    columns: Object.fromEntries(columns.map((column) => [column.logicalName, column])),
    privileges: { ...everyPrivilege, ...parts.privileges },
  };
}

/** What `aView` takes: columns by name (`fullname`, or `alias.attribute`); the query is made of them unless it is given. */
export type ViewParts = Partial<Omit<ViewDefinition, 'columns'>> & { readonly columns?: readonly string[] };

/** A public default view, sorted by its first column. */
export function aView(table: string, parts: ViewParts = {}): ViewDefinition {
  const names = parts.columns ?? ['name'];
  const own = names.filter((name) => !name.includes('.'));
  const attributes = [`${table}id`, ...own].map((name) => `<attribute name="${name}"/>`).join('');
  const order = own[0] === undefined ? '' : `<order attribute="${own[0]}"/>`;
  return {
    id: guid(0xf0),
    name: `Active ${table}s`,
    table,
    queryType: 0,
    isDefault: true,
    fetchXml: `<fetch><entity name="${table}">${attributes}${order}</entity></fetch>`,
    quickFindColumns: [],
    ...parts,
    columns: names.map((name) => ({
      name,
      label: name,
      width: 150,
      isSortable: !name.includes('.'),
      table,
      column: name.slice(name.indexOf('.') + 1),
    })),
  };
}

/** A field on a form: a cell with a control bound to the column. */
export function aFieldCell(
  column: string,
  parts: Partial<Omit<FormCell, 'control'>> & { readonly control?: Partial<FormControl> } = {},
): FormCell {
  return {
    id: `cell_${column}`,
    label: column,
    showLabel: true,
    visible: true,
    colspan: 1,
    rowspan: 1,
    ...parts,
    control: { id: column, kind: 'field', disabled: false, column, classId: '', ...parts.control },
  };
}

/** What `aForm` takes: cells of its one section, each in a row of its own. */
export type FormParts = Partial<FormDefinition> & { readonly cells?: readonly FormCell[] };

/** A main form with one tab `general` of one section `details`. */
export function aForm(table: string, parts: FormParts = {}): FormDefinition {
  const { cells = [aFieldCell('name')], ...rest } = parts;
  const section = {
    id: guid(0xe1),
    name: 'details',
    label: 'Details',
    showLabel: true,
    visible: true,
    columns: 1,
    rows: cells.map((cell) => [cell]),
  };
  return {
    id: guid(0xe0),
    name: 'Information',
    table,
    type: 'main',
    tabs: [
      {
        id: guid(0xe2),
        name: 'general',
        label: 'General',
        showLabel: true,
        visible: true,
        columns: [{ width: '100%', sections: [section] }],
      },
    ],
    header: [],
    libraries: [],
    events: [],
    ...rest,
  };
}

/** Rows of `relatedTable` whose lookup `relatedColumn` leads to this table. */
export function aOneToMany(relatedTable: string, relatedColumn: string): Relationship {
  return {
    kind: 'OneToMany',
    schemaName: `${relatedTable}_${relatedColumn}`,
    navigation: `${relatedTable}_${relatedColumn}`,
    relatedTable,
    relatedColumn,
    relatedNavigation: relatedColumn,
  };
}

/** A many-to-many between the two tables as the first one sees it. */
export function aManyToMany(table: string, relatedTable: string, schemaName: string): Relationship {
  return {
    kind: 'ManyToMany',
    schemaName,
    navigation: schemaName,
    relatedTable,
    relatedNavigation: schemaName,
    intersect: schemaName,
    column: `${table}id`,
    relatedColumn: `${relatedTable}id`,
  };
}

/** What `aDefinition` takes: tables and web resources as lists. */
export type DefinitionParts = Partial<Omit<AppDefinition, 'tables' | 'webResources'>> & {
  readonly tables?: readonly TableDefinition[];
  readonly webResources?: readonly AppDefinition['webResources'][string][];
  /** LCID of the user's language; 1033. */
  readonly language?: number;
};

/** An app in English with contacts, accounts, users and teams, for a user who may do everything. */
export function aDefinition(parts: DefinitionParts = {}): AppDefinition {
  const { tables = someTables(), webResources = [], language = 1033, ...rest } = parts;
  return {
    organization: {
      id: guid(0xa0),
      uniqueName: 'org',
      friendlyName: 'Sample Organization',
      languageCode: 1033,
      version: '9.2.25000.0',
    },
    user: {
      id: guid(0xa1),
      name: 'Sam Sample',
      languageCode: language,
      rowsPerPage: 50,
      roles: [{ id: guid(0xa2), name: 'System Administrator' }],
    },
    app: { id: guid(0xa3), uniqueName: 'sample_App', name: 'Sample App', description: '' },
    siteMap: [],
    dashboards: [],
    entitySets: Object.fromEntries(
      tables.map(({ logicalName, setName, primaryId }) => [logicalName, { setName, primaryId }]),
    ),
    ...rest,
    tables: Object.fromEntries(tables.map((table) => [table.logicalName, table])),
    webResources: Object.fromEntries(webResources.map((resource) => [resource.name, resource])),
  };
}

function someTables(): readonly TableDefinition[] {
  return [
    aTable('contact', {
      label: 'Contact',
      collectionLabel: 'Contacts',
      objectTypeCode: 2,
      primaryName: 'fullname',
      columns: [
        aColumn('firstname', { maxLength: 50 }),
        aColumn('lastname', { maxLength: 50 }),
        aColumn('emailaddress1', { format: 'email', maxLength: 100 }),
        aLookup('parentcustomerid', ['account', 'contact'], { type: 'customer' }),
      ],
      relationships: [aOneToMany('contact', 'parentcustomerid')],
      views: [aView('contact', { columns: ['fullname', 'emailaddress1'] })],
    }),
    aTable('account', {
      label: 'Account',
      collectionLabel: 'Accounts',
      objectTypeCode: 1,
      columns: [aLookup('primarycontactid', ['contact'])],
      relationships: [aOneToMany('contact', 'parentcustomerid')],
    }),
    aTable('systemuser', {
      label: 'User',
      collectionLabel: 'Users',
      objectTypeCode: 8,
      ownership: 'none',
      primaryName: 'fullname',
    }),
    aTable('team', { label: 'Team', collectionLabel: 'Teams', objectTypeCode: 9, ownership: 'none' }),
  ];
}
