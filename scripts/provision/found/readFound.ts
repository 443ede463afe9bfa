import type { Environment, Json } from '../../environment/environment.js';
import type { Wanted } from '../definition/wanted.js';
import type { Found } from './found.js';
import { fresh } from './fresh.js';
import { readFoundTable } from './readFoundTable.js';
import { readLanguages } from './readLanguages.js';

/**
 * Reads what an environment holds of what is wanted. Lists are asked for first, and then what is in them, so that what is
 * missing is no failed request.
 *
 * @throws EnvironmentError
 */
export async function readFound(environment: Environment, wanted: Wanted): Promise<Found> {
  const [languages, publisher, solution, choices, tables, icons] = await Promise.all([
    readLanguages(environment),
    row(environment, 'publishers', wanted.publisher.uniqueName),
    row(environment, 'solutions', wanted.solution.uniqueName),
    readChoices(environment, wanted),
    readTables(environment, wanted),
    readIcons(environment, wanted),
  ]);
  return {
    languages,
    ...(publisher === undefined ? {} : { publisher }),
    ...(solution === undefined ? {} : { solution }),
    choices,
    tables: new Map(tables.map(({ name, table }) => [name, table])),
    relationships: new Map(
      tables
        .flatMap(({ relationships }) => relationships)
        .map((relationship) => [String(relationship.SchemaName).toLowerCase(), relationship]),
    ),
    icons,
  };
}

async function row(environment: Environment, set: string, uniqueName: string): Promise<Json | undefined> {
  const [found] = await environment.all(`${set}?$filter=uniquename eq '${uniqueName}'`);
  return found;
}

/** GlobalOptionSetDefinitions cannot be filtered (Web API: query table definitions). */
async function readChoices(
  environment: Environment,
  { choices }: Wanted,
): Promise<ReadonlyMap<string, Json>> {
  const all = await environment.all('GlobalOptionSetDefinitions?$select=Name', fresh);
  const present = new Set(all.map(({ Name }) => String(Name)));
  const found = choices
    .filter(({ name }) => present.has(name))
    .map(
      async ({ name }) =>
        [name, await environment.get(`GlobalOptionSetDefinitions(Name='${name}')`, fresh)] as const,
    );
  return new Map(await Promise.all(found));
}

async function readTables(environment: Environment, { tables }: Wanted) {
  const named = tables.map(({ name }) => `LogicalName eq '${name}'`).join(' or ');
  const present = await environment.all(`EntityDefinitions?$select=LogicalName&$filter=${named}`, fresh);
  return Promise.all(
    present.map(async ({ LogicalName }) => {
      const name = String(LogicalName);
      return { name, ...(await readFoundTable(environment, name)) };
    }),
  );
}

async function readIcons(environment: Environment, { tables }: Wanted): Promise<ReadonlySet<string>> {
  const names = new Set(tables.flatMap(({ icon }) => icon ?? []));
  if (names.size === 0) return names;
  const named = [...names].map((name) => `name eq '${name}'`).join(' or ');
  const rows = await environment.all(`webresourceset?$select=name&$filter=${named}`);
  return new Set(rows.map(({ name }) => String(name)));
}
