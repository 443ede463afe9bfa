import type { Visit } from '../host/host.js';
import { failClosed } from './failClosed.js';
import { itemCollection, type ItemCollection } from './itemCollection.js';

/**
 * A context that dies with its visit: afterwards its functions do nothing and give null, as in the real app once the user
 * went on to another page ("Using context objects asynchronously"). Members it does not have throw.
 * @param name what it is called in messages: `formContext.data`
 */
export function whileVisited<T extends object>(visit: Visit, name: string, members: T): T {
  const mortal = Object.entries(members).map(([key, member]: [string, unknown]) => {
    if (typeof member !== 'function') return [key, member];
    return [
      key,
      (...args: readonly unknown[]) =>
        visit.isOver() ? null : (Reflect.apply(member, members, args) as unknown),
    ];
  });
  return failClosed(name, Object.fromEntries(mortal) as T);
}

/** A collection that is empty once the visit is over. */
export function collectionWhileVisited<Item extends object>(
  visit: Visit,
  name: string,
  read: () => readonly Item[],
  nameOf?: (item: Item) => string | undefined,
): ItemCollection<Item> {
  return itemCollection(name, () => (visit.isOver() ? [] : read()), nameOf);
}
