import type { GridRow } from '../../grid/model/gridModel.js';
import type { LookupRow } from '../../host/host.js';

/**
 * What is picked after the selection of a page has changed: rows of other pages stay, those of this page follow the
 * selection, the latest at the end.
 */
export function pickedRows(
  picked: readonly LookupRow[],
  page: readonly GridRow[],
  selection: readonly string[],
): readonly LookupRow[] {
  const onPage = new Set(page.map(({ id }) => id));
  const kept = picked.filter(({ id }) => !onPage.has(id) || selection.includes(id));
  const known = new Set(kept.map(({ id }) => id));
  const added = page.filter(({ id }) => selection.includes(id) && !known.has(id));
  return [...kept, ...added.map(({ id, name, table }) => ({ id, name, table }))];
}
