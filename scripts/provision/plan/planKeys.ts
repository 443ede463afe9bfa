import type { FoundTable } from '../found/found.js';
import { Mistake } from '../../command/mistake.js';
import type { TableSource } from '../definition/wanted.js';
import { differences } from './differences.js';
import { call, create, type Step } from './step.js';

/**
 * The alternate keys of a table, once its columns are there. Dataverse builds their indexes in the background; one that
 * failed is tried again (Define alternate keys: ReactivateEntityKey). A key cannot be changed.
 *
 * @throws Mistake when the environment has a key of this name over other columns
 */
export function planKeys({ name: table, keys }: TableSource, found: FoundTable | undefined): readonly Step[] {
  return keys.flatMap(({ name, definition }) => {
    const there = found?.keys.get(name);
    if (there === undefined)
      return [
        create(`Create key ${table}.${name}`, `EntityDefinitions(LogicalName='${table}')/Keys`, definition),
      ];
    if (differences({ KeyAttributes: definition.KeyAttributes }, there).length > 0)
      throw new Mistake(
        `The environment has a key ${table}.${name} over other columns. Delete that key, then run this again.`,
      );
    return there.EntityKeyIndexStatus === 'Failed'
      ? [
          call(`Build the index of key ${table}.${name} again`, 'ReactivateEntityKey', {
            EntityLogicalName: table,
            EntityKeyLogicalName: name,
          }),
        ]
      : [];
  });
}
