import type { Environment, Json } from '../../environment/environment.js';
import type { FoundTable } from './found.js';
import { fresh } from './fresh.js';

/** Types of column that have options; those are expanded on the type alone (Web API: query column definitions). */
const typesWithOptions = ['Picklist', 'MultiSelectPicklist', 'Boolean', 'State', 'Status'] as const;

/** A table of an environment, and the relationships in which it refers to another one. */
export async function readFoundTable(
  environment: Environment,
  name: string,
): Promise<{ readonly table: FoundTable; readonly relationships: readonly Json[] }> {
  const path = `EntityDefinitions(LogicalName='${name}')`;
  const [definition, columns, withOptions, keys, manyToOne, manyToMany] = await Promise.all([
    environment.get(path, fresh),
    environment.all(`${path}/Attributes`, fresh),
    Promise.all(typesWithOptions.map((type) => environment.all(optionsOf(path, type), fresh))),
    environment.all(`${path}/Keys`, fresh),
    environment.all(`${path}/ManyToOneRelationships`, fresh),
    environment.all(`${path}/ManyToManyRelationships`, fresh),
  ]);
  const optionSets = withOptions
    .flat()
    .flatMap(({ LogicalName, OptionSet }) =>
      isObject(OptionSet) ? [[String(LogicalName), OptionSet] as const] : [],
    );
  return {
    table: {
      definition,
      columns: byLogicalName(columns),
      optionSets: new Map(optionSets),
      keys: byLogicalName(keys),
    },
    relationships: [...manyToOne, ...manyToMany],
  };
}

function optionsOf(path: string, type: string): string {
  return `${path}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata?$select=LogicalName&$expand=OptionSet`;
}

const byLogicalName = (all: readonly Json[]): ReadonlyMap<string, Json> =>
  new Map(all.map((one) => [String(one.LogicalName), one]));

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
