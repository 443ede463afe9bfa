import type { Choice, ManyToMany, Navigation, OneToMany, Solution, Table } from './model.js';

/** All solutions of the organization in one place, with the look-ups every request needs. Immutable. */
export interface Catalogue {
  readonly solutions: readonly Solution[];
  readonly tables: ReadonlyMap<string, Table>;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly oneToMany: readonly OneToMany[];
  readonly manyToMany: readonly ManyToMany[];
  /** By logical name. Throws Error for an unknown one: callers use it for names that come from metadata. */
  table(logicalName: string): Table;
  /** By the name in a URL; undefined when there is no such collection. */
  bySet(setName: string): Table | undefined;
  /** A navigation property of a table, case-sensitive as in OData. */
  navigation(table: string, name: string): Navigation | undefined;
  /** Every navigation property of a table. */
  navigations(table: string): readonly Navigation[];
}
