import type { Navigation, Table } from '../../metadata/model.js';

/**
 * Whether a navigation property of a table may be set to rows of another one. The owner's one navigation property leads
 * to users and teams alike; every other lookup to several tables has one navigation property for each.
 */
export function leadsTo(table: Table, navigation: Navigation, target: string): boolean {
  if (navigation.target === target) return true;
  if (navigation.kind !== 'single') return false;
  const column = table.columns.get(navigation.column);
  return column?.type === 'owner' && column.targets.includes(target);
}
