import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { readSolution } from '../../../sandbox/dataverse/metadata/read/readSolution.js';
import { privilegeName, type Verb } from '../../../sandbox/dataverse/organization/security/privilegeNames.js';
import type { Column as CatalogueColumn } from '../../../sandbox/dataverse/metadata/model.js';
import type { Column, Relationship, Table } from './schema.js';

/** What privileges allow; sharing has one too, which the sandbox does not emulate. */
const verbs: readonly Verb[] = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign'];

/** What every environment has before the solution comes. */
export interface Platform {
  readonly tables: readonly Table[];
  readonly relationships: readonly Relationship[];
  /** View id → its table. */
  readonly views: ReadonlyMap<string, string>;
  /** Ids of the forms. */
  readonly forms: ReadonlySet<string>;
  /** Names of the global choices. */
  readonly choices: ReadonlySet<string>;
  /** Names of the privileges on the tables, those on activities among them: `prvReadContact`. */
  readonly privileges: ReadonlySet<string>;
}

/**
 * Reads the platform's tables from the sandbox's base, an unpacked solution like ours but leaner: columns and
 * relationships that Dataverse makes by itself stand in no file. The sandbox's catalogue has them, so it is asked here, and
 * nowhere else in scripts.
 */
export function readPlatform(folder: string): Platform {
  const base = readSolution(folder);
  const { tables, choices, oneToMany, manyToMany } = createCatalogue([base]);
  return {
    tables: [...tables.values()].map(
      ({ logicalName, schemaName, ownership, isActivity, primaryId, columns }) => ({
        name: logicalName,
        schemaName,
        ownership,
        isActivity,
        primaryId,
        columns: vanillaColumns(columns),
      }),
    ),
    relationships: [
      ...oneToMany.map(({ schemaName, referencedTable, referencingTable }): Relationship => ({
        name: schemaName,
        kind: 'OneToMany',
        first: referencedTable,
        second: referencingTable,
      })),
      ...manyToMany.map(({ schemaName, first, second }): Relationship => ({
        name: schemaName,
        kind: 'ManyToMany',
        first: first.table,
        second: second.table,
      })),
    ],
    views: new Map(base.views.map(({ id, table }) => [id, table])),
    forms: new Set(base.forms.map(({ id }) => id)),
    choices: new Set(choices.keys()),
    privileges: new Set(
      [...tables.values()].flatMap((table) => verbs.flatMap((verb) => privilegeName(table, verb) ?? [])),
    ),
  };
}

/** A custom column is another solution's (Power Pages has one on contact), which not every environment has. */
const vanillaColumns = (columns: ReadonlyMap<string, CatalogueColumn>): ReadonlyMap<string, Column> =>
  new Map(
    [...columns.values()]
      .filter(({ isCustom }) => !isCustom)
      .map(({ logicalName: name, type }) => [name, { name, type }]),
  );
