import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { readSolution } from '../../../sandbox/dataverse/metadata/readSolution.js';
import type { Relationship, Table } from './schema.js';

/** What every environment has before the solution comes. */
export interface Platform {
  readonly tables: readonly Table[];
  readonly relationships: readonly Relationship[];
  /** View id → its table. */
  readonly views: ReadonlyMap<string, string>;
  /** Ids of the forms. */
  readonly forms: ReadonlySet<string>;
}

/** Reads the platform's tables from the sandbox's base, an unpacked solution like ours. */
export function readPlatform(folder: string): Platform {
  const base = readSolution(folder);
  const { tables, oneToMany, manyToMany } = createCatalogue([base]);
  return {
    tables: [...tables.values()].map(({ logicalName, primaryId, columns }) => ({
      name: logicalName,
      primaryId,
      columns: new Map([...columns.values()].map(({ logicalName: name, type }) => [name, { name, type }])),
    })),
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
  };
}
