/**
 * The rows from one to another, both included, in the order of the list: what Shift selects.
 * A start that is not in the list (another page) gives the target alone.
 */
export function rowsBetween(
  ids: readonly string[],
  start: string | undefined,
  target: string,
): readonly string[] {
  const from = start === undefined ? -1 : ids.indexOf(start);
  const to = ids.indexOf(target);
  if (to < 0) return [];
  if (from < 0) return [target];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}
