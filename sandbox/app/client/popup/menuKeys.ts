/**
 * Which entry of a menu a key leads to (WAI-ARIA Authoring Practices, "Menu"): arrows go round, Home and End to the
 * ends, a letter to the next entry that begins with it.
 * @returns undefined when the key is none of a menu's
 */
export function nextEntry(key: string, current: number, labels: readonly string[]): number | undefined {
  const count = labels.length;
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return key.length === 1 && key !== ' ' ? beginningWith(key, current, labels) : undefined;
}

function beginningWith(letter: string, current: number, labels: readonly string[]): number | undefined {
  const order = labels.map((_, step) => (current + 1 + step) % labels.length);
  return order.find((index) => labels[index]?.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()));
}
