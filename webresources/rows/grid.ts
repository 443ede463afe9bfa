/**
 * Reads a list again. After an awaited answer people may have left the page, and its context is dead: then there is nothing
 * to refresh.
 */
export function refreshGrid(grid: Xrm.Controls.GridControl): void {
  try {
    grid.refresh();
  } catch {
    // The list is gone with its page.
  }
}

/** True while the list is on the page it was on: a dead context has no table. */
export function isShown(grid: Xrm.Controls.GridControl): boolean {
  try {
    return Boolean(grid.getEntityName());
  } catch {
    return false;
  }
}
