import { camelCase, docString, objectKey, quoted } from './sourceText.js';
import type { ColumnSchema, OptionSchema, TableSchema } from './model.js';

/** What the two columns every table has are called; all other choices are called after their label. */
const shortNames: Readonly<Record<string, string>> = { statecode: 'state', statuscode: 'status' };

/** Name of a column's choice in the table's constant: `sendResult`; undefined when the column is none of ours and no status. */
export function choiceName({ name, label, isOwn, choice }: ColumnSchema): string | undefined {
  if (choice === undefined) return undefined;
  return shortNames[name] ?? (isOwn ? camelCase(label) : undefined);
}

/** The constant of a table: its names, and the numbers of its choices under words. */
export function writeTable(table: TableSchema): string {
  const own = table.columns.filter(({ isOwn, name }) => isOwn || name === table.primaryName);
  const lengths = own.flatMap(({ name, maxLength }) =>
    maxLength === undefined ? [] : [`${name}: ${maxLength}`],
  );
  return [
    docString(`${table.label}: ${table.description}`),
    `export const ${camelCase(table.label)} = {\n`,
    member('Logical name.', `name: ${quoted(table.name)}`),
    member('Name of the collection in a URL.', `set: ${quoted(table.setName)}`),
    member('Column that holds the id.', `id: ${quoted(table.primaryId)}`),
    member('Column that holds the name people see.', `primaryName: ${quoted(table.primaryName)}`),
    ...table.columns.flatMap((column) => writeChoice(column)),
    group(
      'Columns of the alternate keys.',
      'keys',
      table.keys.map(({ label, columns }) => `${camelCase(label)}: [${columns.map(quoted).join(', ')}]`),
    ),
    group('Single-valued navigation properties: to expand, and to bind.', 'lookups', ownLookups(table)),
    group(
      'Collection-valued navigation properties of the many-to-many relationships.',
      'manyToMany',
      table.manyToMany.map(({ label, navigation }) => `${camelCase(label)}: ${quoted(navigation)}`),
    ),
    // Dataverse gives every activity this collection; no solution lists it (reference: activityparty).
    table.isActivity
      ? member('Collection of the activity parties.', `parties: ${quoted(`${table.name}_activity_parties`)}`)
      : '',
    group('Longest text of each column, in characters.', 'lengths', lengths),
    '} as const;\n',
  ].join('');
}

/** Own lookups under their label, and what of ours an activity of ours can regard: `regardingInvitation`. */
function ownLookups({ columns, lookups }: TableSchema): readonly string[] {
  const own = new Map(
    columns.filter(({ isOwn }) => isOwn).map(({ name, label }) => [name, camelCase(label)]),
  );
  return lookups.flatMap(({ column, navigation, target }) => {
    const [, ownTarget] = /^[a-z]+_(.+)$/.exec(target) ?? [];
    const regarding =
      column === 'regardingobjectid' && ownTarget ? camelCase(`regarding ${ownTarget}`) : undefined;
    const name = own.get(column) ?? regarding;
    return name === undefined ? [] : [`${name}: ${quoted(navigation)}`];
  });
}

function writeChoice(column: ColumnSchema): readonly string[] {
  const name = choiceName(column);
  if (name === undefined) return [];
  const options = (column.choice ?? []).map(
    (option) =>
      `${docString(optionText(option), '    ')}    ${objectKey(camelCase(option.label))}: ${option.value},\n`,
  );
  return [
    `${docString(`${column.name}: ${column.description}`, '  ')}  ${name}: {\n${options.join('')}  },\n`,
  ];
}

const optionText = ({ label, description }: OptionSchema): string =>
  description === '' ? '' : `${label}: ${description}`;

const member = (sentence: string, code: string): string => `${docString(sentence, '  ')}  ${code},\n`;

const group = (sentence: string, name: string, members: readonly string[]): string =>
  members.length === 0
    ? ''
    : member(sentence, `${name}: {\n${members.map((code) => `    ${code},\n`).join('')}  }`);
