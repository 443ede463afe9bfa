import type { Choice, ManyToMany, Navigation, OneToMany, Table } from './model.js';
import type { SchemaComponents, Solution } from './solution.js';

/** All solutions of the organization in one place, with the look-ups every request needs. Immutable. */
export interface Catalogue {
  readonly solutions: readonly Solution[];
  /** What was defined or changed over the Web API: the unmanaged layer above all solutions. */
  readonly customizations: SchemaComponents;
  readonly tables: ReadonlyMap<string, Table>;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly oneToMany: readonly OneToMany[];
  readonly manyToMany: readonly ManyToMany[];
  /** By logical name. Throws Error for an unknown one: callers use it for names that come from metadata. */
  table(logicalName: string): Table;
  /** By the name in a URL; undefined when there is no such collection. */
  bySet(setName: string): Table | undefined;
  /** A navigation property of a table, case-sensitive as in OData. Some lookups of activities have a second name. */
  navigation(table: string, name: string): Navigation | undefined;
  /** Every navigation property of a table, under the name that the metadata gives. */
  navigations(table: string): readonly Navigation[];
}
