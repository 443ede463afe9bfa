import { readSchema } from '../schema/readSchema.js';
import type { ColumnSchema, SolutionSchema, TableSchema } from '../schema/model.js';
import { readCommands } from './commands.js';
import { code, table } from './markdown.js';
import { readViews, type View } from './views.js';

/**
 * The text of docs/reference.md: everything that the solution brings, with the descriptions it ships with, in English.
 *
 * @param source folder of the unpacked solution
 * @throws Error naming a file that is missing or not well-formed
 */
export function referenceText(source: string): string {
  const schema = readSchema(source);
  const views = readViews(source);
  return `${[
    '# Reference',
    '<!-- GENERATED from solution/src by `npm run reference`. Do not edit: change the XML and generate again. -->',
    `Solution \`${schema.uniqueName}\`, version ${schema.version}. The texts are those of the solution: users see them as tooltips.`,
    environmentVariables(schema),
    commands(source),
    ...schema.tables.flatMap((found) => tableSections(found, views)),
  ].join('\n\n')}\n`;
}

const environmentVariables = ({ environmentVariables: variables }: SolutionSchema): string =>
  section(
    '## Environment variables',
    ['variable', 'name', 'default', 'meaning'],
    variables.map(({ name, label, defaultValue, description }) => [
      code(name),
      label,
      defaultValue === undefined ? '' : code(defaultValue),
      description,
    ]),
  );

const commands = (source: string): string =>
  section(
    '## Commands',
    ['command', 'where', 'what it does', 'function', 'id'],
    readCommands(source).map(({ label, table: of, place, description, functions, id }) => [
      label,
      `${code(of)} ${place}`,
      description,
      functions.map(code).join(' '),
      code(id),
    ]),
  );

function tableSections(found: TableSchema, views: readonly View[]): readonly string[] {
  const titles = new Map(found.columns.map(({ name, label }) => [name, label]));
  return [
    `## ${found.label}\n\n${code(found.name)}, in the Web API ${code(found.setName)}. ${found.description}`,
    section(
      '### Columns',
      ['column', 'name', 'type', 'meaning'],
      [...found.columns]
        .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
        .map((column) => [column.label, code(column.name), type(column), column.description]),
    ),
    ...(found.manyToMany.length === 0 ? [] : [links(found)]),
    ...found.columns.filter(({ choice }) => choice !== undefined).map(choice),
    section(
      '### Views',
      ['view', 'used as', 'shows', 'columns'],
      views
        .filter((view) => view.table === found.name)
        .map(({ label, use, description, columns }) => [
          label,
          use,
          description,
          columns.map((column) => titles.get(column) ?? code(column)).join(', '),
        ]),
    ),
  ];
}

const links = ({ manyToMany }: TableSchema): string =>
  section(
    '### Many-to-many',
    ['rows', 'of', 'navigation property'],
    manyToMany.map(({ label, target, navigation }) => [label, code(target), code(navigation)]),
  );

const choice = ({ label, choice: options = [] }: ColumnSchema): string =>
  section(
    `#### ${label}`,
    ['value', 'label', 'means'],
    options.map((option) => [code(String(option.value)), option.label, option.description]),
  );

/** XML types → what makers call them ("Column data types in Microsoft Dataverse"). */
const types: Readonly<Record<string, string>> = {
  nvarchar: 'text',
  ntext: 'multiline text',
  int: 'whole number',
  bigint: 'big integer',
  decimal: 'decimal number',
  bit: 'yes/no',
  picklist: 'choice',
  state: 'status',
  status: 'status reason',
  datetime: 'date and time',
  primarykey: 'unique identifier',
  uniqueidentifier: 'unique identifier',
  partylist: 'activity parties',
  owner: 'owner',
  lookup: 'lookup',
};

function type({ type: name, maxLength, isDateOnly }: ColumnSchema): string {
  const words = isDateOnly ? 'date only' : (types[name] ?? name);
  return maxLength === undefined ? words : `${words}, ${maxLength}`;
}

const section = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${title}\n\n${table(heads, rows)}`;
