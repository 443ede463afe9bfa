import { camelCase, docString, objectKey, pascalCase } from './sourceText.js';
import type { ColumnSchema, LookupSchema, TableSchema } from './model.js';
import { choiceName } from './writeTable.js';

/** Columns that Dataverse gives a table and that somebody reads or writes; the others are for Dataverse itself. */
const systemColumns: ReadonlySet<string> = new Set([
  'activityid', 'actualend', 'actualstart', 'createdby', 'createdon', 'description', 'modifiedby', 'modifiedon', 'ownerid', 'owningteam',
  'owninguser', 'regardingobjectid', 'statecode', 'statuscode', 'subject',
]); // prettier-ignore

const referenceTypes: ReadonlySet<string> = new Set(['lookup', 'owner']);

/**
 * The two shapes of a table's rows: as they are read, and as they are written. Types, not interfaces: only those fit where any row does
 * (Record<string, unknown>).
 */
export function writeRows(table: TableSchema): string {
  const columns = table.columns.filter(
    ({ isOwn, name }) => isOwn || name === table.primaryId || systemColumns.has(name),
  );
  const type = pascalCase(table.label);
  return [
    docString(`A row of ${table.label} as it is read; what was not selected is not there.`),
    `export type ${type}Row = {\n`,
    ...columns.map((column) => readMember(table, column)),
    '};\n\n',
    docString(`A row of ${table.label} as it is written; null clears a column.`),
    `export type ${type}Write = {\n`,
    ...columns.filter(({ writable }) => writable).map((column) => writeMember(table, column)),
    '};\n',
  ].join('');
}

function readMember(table: TableSchema, column: ColumnSchema): string {
  const name = referenceTypes.has(column.type) ? `_${column.name}_value` : column.name;
  const orNull = column.canBeNull && column.name !== table.primaryId ? ' | null' : '';
  return `${documentation(column)}  readonly ${name}: ${valueType(table, column)}${orNull};\n`;
}

function writeMember(table: TableSchema, column: ColumnSchema): string {
  const orNull = column.canBeNull && column.name !== table.primaryId ? ' | null' : '';
  const names = referenceTypes.has(column.type)
    ? navigationsOf(table, column).map((navigation) => `${navigation}@odata.bind`)
    : [column.name];
  return names
    .map(
      (name) =>
        `${documentation(column)}  readonly ${objectKey(name)}?: ${valueType(table, column)}${orNull};\n`,
    )
    .join('');
}

/** A row is owned by a user or a team, under one name. */
const navigationsOf = ({ lookups }: TableSchema, { name }: ColumnSchema): readonly string[] => [
  ...new Set(
    lookups.filter(({ column }: LookupSchema) => column === name).map(({ navigation }) => navigation),
  ),
];

const documentation = ({ label, description }: ColumnSchema): string =>
  docString(`${label}. ${description}`, '  ');

function valueType(table: TableSchema, column: ColumnSchema): string {
  const choice = choiceName(column);
  if (choice !== undefined) return `Value<typeof ${camelCase(table.label)}.${choice}>`;
  if (column.type === 'bit') return 'boolean';
  return ['int', 'picklist', 'decimal', 'float'].includes(column.type) ? 'number' : 'string';
}
