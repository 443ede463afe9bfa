import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../../definition/view/viewDefinition.js';
import { queryType } from '../../../definition/view/queryType.js';

/**
 * The views a lookup dialog offers for a table: the one asked for, those that scripts made up, the lookup view, then the
 * public ones.
 */
export function lookupViews(
  table: TableDefinition,
  viewId: string | undefined,
  customViews: readonly ViewDefinition[] = [],
): readonly ViewDefinition[] {
  const custom = customViews.filter((view) => view.table === table.logicalName);
  const views = [...custom, ...table.views];
  const asked = [...views.filter(({ id }) => id === viewId), ...custom];
  const others = [queryType.lookup, queryType.public].flatMap((type) =>
    views.filter((view) => view.queryType === type),
  );
  return [...new Set([...asked, ...others])];
}
