import { failClosed } from './failClosed.js';

/** A collection as `Xrm` gives them to scripts (Collections reference). */
export interface ItemCollection<Item> {
  forEach(delegate: (item: Item, index: number) => void): void;
  /** All, the one at an index or of a name (null when there is none), or those that a function chooses. */
  get(choose?: (item: Item, index: number) => boolean): Item[];
  get(nameOrIndex: string | number): Item | null;
  getLength(): number;
}

/**
 * A collection that is read anew at each call.
 * @param name what it is called in messages
 * @param read the items, in order
 * @param nameOf what `get(name)` finds an item by; collections without names find nothing
 */
export function itemCollection<Item>(
  name: string,
  read: () => readonly Item[],
  nameOf: (item: Item) => string | undefined = () => undefined,
): ItemCollection<Item> {
  function get(key?: string | number | ((item: Item, index: number) => boolean)): Item[] | Item | null {
    const items = read();
    if (key === undefined) return [...items];
    if (typeof key === 'function') return items.filter(key);
    return (typeof key === 'number' ? items[key] : items.find((item) => nameOf(item) === key)) ?? null;
  }
  return failClosed(name, {
    forEach: (delegate: (item: Item, index: number) => void) =>
      read().forEach((item, at) => delegate(item, at)),
    get: get as ItemCollection<Item>['get'],
    getLength: () => read().length,
  });
}
