import type { Json } from '../../environment/environment.js';
import type { Found } from '../found/found.js';
import { Mistake } from '../../command/mistake.js';
import type { TableSource } from '../definition/wanted.js';
import { differences } from './differences.js';
import { overlay, pick } from './overlay.js';
import { create, replace, type Step } from './step.js';

/** What a table is made with and stays. */
const fixed = ['OwnershipType', 'IsActivity'] as const;

/** Related rows that can be turned on and never off again (Web API: EntityMetadata). */
const oneWay = ['HasActivities', 'HasNotes'] as const;

/**
 * The table itself. It is created with its primary column; the rest of its columns follow. The name of its set is said, so that no
 * rule of plurals decides it (EntityMetadata.EntitySetName: for custom tables it can be chosen).
 *
 * @throws Mistake when the environment has a table of this name that is another one
 */
export function planTable(table: TableSource, found: Found): readonly Step[] {
  const { name, definition, setName } = table;
  const there = found.tables.get(name)?.definition;
  const wanted = { ...definition, ...iconOf(table, found) };
  if (there === undefined)
    return [
      create(`Create table ${name}`, 'EntityDefinitions', {
        ...wanted,
        EntitySetName: setName,
        Attributes: [primaryOf(table)],
      }),
    ];
  const impossible = differences({ ...pick(wanted, fixed), EntitySetName: setName }, there);
  if (impossible.length > 0)
    throw new Mistake(
      `The environment has a table ${name} whose ${impossible.join(' and ')} cannot be changed into this solution's. Delete that table, or use another environment.`,
    );
  const changes = differences(reachable(wanted, there), there);
  return changes.length === 0
    ? []
    : [
        replace(
          `Change table ${name}: ${changes.join(', ')}`,
          `EntityDefinitions(LogicalName='${name}')`,
          overlay(there, reachable(wanted, there)),
        ),
      ];
}

/** An icon that is not there yet would be refused: it comes with the solution's web resources. */
function iconOf({ icon }: TableSource, { icons }: Found): Json {
  return icon !== undefined && icons.has(icon) ? { IconVectorName: icon } : {};
}

function primaryOf({ primaryColumn, columns }: TableSource): Json {
  const column = columns.find(({ name }) => name === primaryColumn);
  return { ...column?.definition, IsPrimaryName: true };
}

function reachable(wanted: Json, found: Json): Json {
  const kept = oneWay.filter((name) => found[name] === true);
  return { ...wanted, ...pick(found, kept) };
}
