/** SelectionCountRule: both limits belong to it. */
export function isCountWithin(
  count: number,
  limits: { readonly minimum?: number; readonly maximum?: number },
): boolean {
  return count >= (limits.minimum ?? 0) && count <= (limits.maximum ?? Infinity);
}
