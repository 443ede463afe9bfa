import { errors } from '../../errors.js';
import type { Aggregate, ColumnPath, Order } from '../model.js';
import type { FetchedEntity } from './aggregate.js';
import type { LinkNames } from './aliases.js';
import { childrenOf, flag, requiredAttribute, requireKnown, type FetchElement } from './element.js';
import { pathIn } from './filter.js';

const orderAttributes = new Set(['attribute', 'alias', 'descending', 'entityname']);

/**
 * The orders of all entities, the root's first. Choices sort by label unless the query asks for raw values.
 * @param aliases columns that were given another name, which an order may use
 */
export function readOrders(
  entities: readonly FetchedEntity[],
  names: LinkNames,
  aliases: ReadonlyMap<string, ColumnPath>,
  byLabel: boolean,
): Order[] {
  return orderElements(entities).map(({ link, element }) => ({
    path: orderPath(element, link, names, aliases),
    descending: flag(element, 'descending'),
    ...(byLabel ? { byLabel } : {}),
  }));
}

/** The orders of a grouped query, which go by alias. */
export function readAggregateOrders(entities: readonly FetchedEntity[]): Aggregate['orders'] {
  return orderElements(entities).map(({ element }) => ({
    alias: requiredAttribute(element, 'alias'),
    descending: flag(element, 'descending'),
  }));
}

function orderElements(entities: readonly FetchedEntity[]): FetchedEntity[] {
  return entities.flatMap(({ link, element }) =>
    childrenOf(element, 'order').map((order) => {
      requireKnown(order, orderAttributes);
      return { link, element: order };
    }),
  );
}

function orderPath(
  order: FetchElement,
  link: string | undefined,
  names: LinkNames,
  aliases: ReadonlyMap<string, ColumnPath>,
): ColumnPath {
  const alias = order.attributes.get('alias');
  if (alias !== undefined) {
    const path = aliases.get(alias);
    if (path === undefined)
      throw errors.invalidArgument(`The order alias '${alias}' is not an alias of the query.`);
    return path;
  }
  const entity = order.attributes.get('entityname');
  return pathIn(entity === undefined ? link : names.resolve(entity), requiredAttribute(order, 'attribute'));
}
