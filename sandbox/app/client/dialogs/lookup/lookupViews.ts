import type { TableDefinition, ViewDefinition } from '../../../definition/definition.js';

const lookupView = 64;
const publicView = 0;

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
  const others = [lookupView, publicView].flatMap((type) =>
    views.filter(({ queryType }) => queryType === type),
  );
  return [...new Set([...asked, ...others])];
}
