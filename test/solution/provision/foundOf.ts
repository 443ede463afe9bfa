import type { Json } from '../../../scripts/environment/environment.js';
import { describeOption } from '../../../scripts/provision/definition/options.js';
import type { Found, FoundTable } from '../../../scripts/provision/found/found.js';
import type {
  ColumnSource,
  OptionSource,
  Wanted,
  TableSource,
} from '../../../scripts/provision/definition/wanted.js';

/** What an environment tells that holds all that is wanted, in every language. */
export function foundOf(wanted: Wanted): Found {
  return {
    languages: { base: 1033, provisioned: new Set([1033, 1031, 1036, 3082]) },
    publisher: { publisherid: 'p', customizationprefix: wanted.publisher.prefix },
    solution: { solutionid: 's', ismanaged: false, version: '0.0.0.1' },
    choices: new Map(
      wanted.choices.map(({ name, definition }) => [name, { ...definition, MetadataId: `id of ${name}` }]),
    ),
    tables: new Map(wanted.tables.map((table) => [table.name, foundTable(table)])),
    relationships: new Map(
      wanted.relationships.map(({ name, definition }) => [
        name.toLowerCase(),
        { ...definition, MetadataId: `id of ${name}` },
      ]),
    ),
    icons: new Set(),
  };
}

/** What is found, with a table's part of it exchanged. */
export function withTable(
  found: Found,
  name: string,
  change: (table: FoundTable) => Partial<FoundTable>,
): Found {
  const table = found.tables.get(name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return { ...found, tables: new Map([...found.tables, [name, { ...table, ...change(table) }]]) };
}

/** A map with one of its definitions changed. */
export function changed(
  all: ReadonlyMap<string, Json>,
  name: string,
  change: Json,
): ReadonlyMap<string, Json> {
  const one = all.get(name);
  if (one === undefined) throw new Error(`There is no ${name}.`);
  return new Map([...all, [name, { ...one, ...change }]]);
}

/** A map without one of its definitions. */
export function without<Value>(all: ReadonlyMap<string, Value>, name: string): ReadonlyMap<string, Value> {
  if (!all.has(name)) throw new Error(`There is no ${name}.`);
  return new Map([...all].filter(([key]) => key !== name));
}

/** A label in English. */
export const english = (text: string): Json => ({ LocalizedLabels: [{ Label: text, LanguageCode: 1033 }] });

function foundTable({ definition, setName, columns, keys }: TableSource): FoundTable {
  return {
    definition: { ...definition, EntitySetName: setName },
    columns: new Map(columns.map((column) => [column.name, { ...typeOf(column), ...column.definition }])),
    optionSets: new Map(columns.flatMap((column) => optionSetOf(column))),
    keys: new Map(
      keys.map(({ name, definition: key }) => [
        name,
        { ...key, LogicalName: name, EntityKeyIndexStatus: 'Active' },
      ]),
    ),
  };
}

/** The platform's own columns are described by their texts alone; what tells states and status reasons is their type. */
function typeOf({ name }: ColumnSource): Json {
  return name === 'statecode'
    ? { AttributeType: 'State' }
    : name === 'statuscode'
      ? { AttributeType: 'Status' }
      : {};
}

function optionSetOf({ name, choice, options }: ColumnSource): readonly (readonly [string, Json])[] {
  if (choice !== undefined) return [[name, { Name: choice, IsGlobal: true }]];
  if (options === undefined) return [];
  return [[name, { IsGlobal: false, Options: options.map(foundOption) }]];
}

function foundOption(option: OptionSource): Json {
  return {
    ...describeOption(option),
    ...(option.defaultStatus === undefined ? {} : { DefaultStatus: option.defaultStatus }),
  };
}
