import { errors } from '../../../errors.js';
import type { Catalogue } from '../../../metadata/catalogue.js';
import type { Column, Table } from '../../../metadata/model.js';
import { findProperty } from '../translate/property.js';
import type { Expansion } from './plan.js';

/** Tables a lookup's expansion leads to: an owner is a user or a team under one navigation property. */
export function targetsOf(
  catalogue: Catalogue,
  column: Column,
  { navigation, item }: Expansion,
): readonly Table[] {
  const names = column.type === 'owner' && item.cast === undefined ? column.targets : [navigation.target];
  return names.map((name) => catalogue.table(name));
}

/**
 * Of an owner's `$select`, each of users and teams shows what it has.
 * @throws DataverseError 400 for a property that neither has
 */
export function onlyKnown(
  catalogue: Catalogue,
  target: Table,
  targets: readonly Table[],
  expansion: Expansion,
): Expansion {
  const { item } = expansion;
  if (targets.length === 1 || item.select === undefined || item.select === 'all') return expansion;
  const has = (table: Table, name: string) =>
    findProperty(table, name) !== undefined || catalogue.navigation(table.logicalName, name) !== undefined;
  const unknown = item.select.find((name) => !targets.some((table) => has(table, name)));
  if (unknown !== undefined) throw errors.unknownProperty(unknown, 'principal');
  return { ...expansion, item: { ...item, select: item.select.filter((name) => has(target, name)) } };
}
