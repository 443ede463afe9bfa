import { errors } from '../../../errors.js';
import type { Aggregate, Filter } from '../../../query/model.js';
import type { OrderTerm } from '../../url/parseOrderBy.js';
import type { AggregateExpression, Transformation } from '../../url/parseApply.js';
import { translateFilter } from './filter.js';
import type { Place } from './joins.js';

/** A `$apply` as a grouped query. */
export interface Applied {
  readonly aggregate: Aggregate;
  readonly filter?: Filter;
}

const functions: Readonly<Record<AggregateExpression['method'], Aggregate['values'][number]['function']>> = {
  sum: 'sum',
  average: 'avg',
  min: 'min',
  max: 'max',
  countdistinct: 'countdistinct',
  count: 'count',
};

/**
 * Translates `filter(…)/groupby((…),aggregate(…))`: any number of filters, then one groupby, one aggregate, or both.
 * A related column's alias joins the steps with `_`: `parentcustomerid_account_name`.
 * @param orders `$orderby`, whose terms name aliases
 * @throws DataverseError 400 for unknown names, 501 for other sequences
 */
export function translateApply(
  transformations: readonly Transformation[],
  orders: readonly OrderTerm[],
  place: Place,
): Applied {
  const filters: Filter[] = [];
  let groups: Aggregate['groups'] = [];
  let values: Aggregate['values'] = [];
  for (const step of transformations) {
    const grouped = groups.length > 0 || values.length > 0;
    if (step.kind === 'filter' && !grouped) {
      filters.push(translateFilter(step.filter, { root: place, variables: new Map() }));
    } else if (step.kind === 'groupby' && !grouped) {
      groups = step.paths.map((steps) => ({ path: place.column(steps).path, alias: steps.join('_') }));
    } else if (step.kind === 'aggregate' && values.length === 0) {
      values = step.values.map((value) => readValue(value, place));
    } else {
      throw errors.notEmulated('this sequence of transformations in $apply');
    }
  }
  if (groups.length === 0 && values.length === 0)
    throw errors.notEmulated('$apply without groupby or aggregate');
  const filter: Filter | undefined = filters.length > 1 ? { kind: 'and', parts: filters } : filters[0];
  return {
    aggregate: { groups, values, orders: readOrders(orders, [...groups, ...values]) },
    ...(filter === undefined ? {} : { filter }),
  };
}

function readValue({ steps, method, alias }: AggregateExpression, place: Place): Aggregate['values'][number] {
  if (steps === undefined) return { alias, function: 'count' };
  return { path: place.column(steps).path, alias, function: functions[method] };
}

function readOrders(
  orders: readonly OrderTerm[],
  results: readonly { readonly alias: string }[],
): Aggregate['orders'] {
  return orders.map(({ steps, descending }) => {
    const alias = steps.join('_');
    if (!results.some((result) => result.alias === alias)) {
      throw errors.badQuery(`Could not find a property named '${alias}' in the result of $apply.`);
    }
    return { alias, descending };
  });
}
