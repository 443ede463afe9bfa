/**
 * Which button of a bar a key leads to (WAI-ARIA Authoring Practices, "Menubar"): left and right go round, Home and End
 * to the ends.
 * @returns undefined when the key is none of a bar's
 */
export function nextStop(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
