/** Room that the button of the overflow menu takes, in pixels; style/commands.css gives it this width. */
export const OVERFLOW_WIDTH = 40;

/**
 * How many buttons stand in the bar; the rest goes into the overflow menu, for whose button there must be room then.
 * @param widths of all buttons from left to right, in pixels, as `available`
 */
export function fit(widths: readonly number[], available: number): number {
  const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0));
  if ((ends.at(-1) ?? 0) <= available) return widths.length;
  return ends.filter((end) => end <= available - OVERFLOW_WIDTH).length;
}
