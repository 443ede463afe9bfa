import type { Order } from '../../../query/model.js';
import type { OrderTerm } from '../../url/parseOrderBy.js';
import type { Place } from './joins.js';

/** `$orderby` as orders: choices go by number, lookups by name. Throws 400 for an unknown property. */
export function translateOrders(terms: readonly OrderTerm[], place: Place): Order[] {
  return terms.map(({ steps, descending }) => ({ path: place.column(steps).path, descending }));
}
