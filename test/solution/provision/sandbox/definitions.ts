import type { Environment, Json } from '../../../../scripts/environment/environment.js';

/** Everything an environment tells of its tables, columns, keys, relationships and choices, each by its name. */
export interface Definitions {
  readonly tables: Readonly<Record<string, Json>>;
  readonly columns: Readonly<Record<string, Json>>;
  /** The options of our columns; no other table is written to. */
  readonly options: Readonly<Record<string, Json>>;
  readonly keys: Readonly<Record<string, Json>>;
  readonly relationships: Readonly<Record<string, Json>>;
  readonly choices: Readonly<Record<string, Json>>;
}

const typesWithOptions = ['Picklist', 'MultiSelectPicklist', 'Boolean', 'State', 'Status'];

/** Reads all definitions of an environment, the platform's own tables included. */
export async function readDefinitions(environment: Environment): Promise<Definitions> {
  const tables = await environment.all('EntityDefinitions?$expand=Attributes,Keys');
  const names = tables.map(({ LogicalName }) => String(LogicalName));
  const own = names.filter((name) => name.startsWith('inv_') && !/contacts$|webroles$/.test(name));
  return {
    tables: byName(tables.map(alone), 'LogicalName'),
    columns: partsOf(tables, 'Attributes'),
    options: Object.assign(
      {},
      ...(await Promise.all(own.map((name) => readOptions(environment, name)))),
    ) as Definitions['options'],
    keys: partsOf(tables, 'Keys'),
    relationships: byName(await environment.all('RelationshipDefinitions'), 'SchemaName'),
    choices: byName(await environment.all('GlobalOptionSetDefinitions'), 'Name'),
  };
}

/** A table without what was expanded. */
const alone = (table: Json): Json =>
  Object.fromEntries(Object.entries(table).filter(([name]) => !/^(Attributes|Keys)\b/.test(name)));

async function readOptions(environment: Environment, table: string): Promise<Record<string, Json>> {
  const columns = await Promise.all(
    typesWithOptions.map((type) =>
      environment.all(
        `EntityDefinitions(LogicalName='${table}')/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata?$expand=OptionSet,GlobalOptionSet`,
      ),
    ),
  );
  return byName(columns.flat(), 'LogicalName', `${table}.`);
}

function partsOf(tables: readonly Json[], part: 'Attributes' | 'Keys'): Record<string, Json> {
  return Object.assign(
    {},
    ...tables.map((table) =>
      byName(table[part] as readonly Json[], 'LogicalName', `${String(table.LogicalName)}.`),
    ),
  ) as Record<string, Json>;
}

function byName(all: readonly Json[], property: string, prefix = ''): Record<string, Json> {
  const sorted = [...all].sort((a, b) => (String(a[property]) < String(b[property]) ? -1 : 1));
  return Object.fromEntries(sorted.map((one) => [prefix + String(one[property]), one]));
}

/**
 * The number of a table is the order in which an environment got it, and the icon is a web resource, which only the zip
 * brings. Everything else has to be the same, ids included: the sandbox derives them from names.
 */
const ofTheEnvironment = new Set(['ObjectTypeCode', 'IconVectorName']);

/** Definitions without what differs from one environment to the next. */
export function comparable(definitions: unknown): unknown {
  const text = JSON.stringify(definitions, (name, value: unknown) =>
    ofTheEnvironment.has(name) ? undefined : value,
  );
  return JSON.parse(text) as unknown;
}
