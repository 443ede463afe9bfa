import { errors } from '../../errors.js';
import type { Aggregate, ColumnPath } from '../model.js';
import { aliasOf, flag, requiredAttribute, type FetchElement } from './element.js';
import { attributesOf } from './entity.js';
import { pathIn } from './filter.js';

type Group = Aggregate['groups'][number];
type AggregateValue = Aggregate['values'][number];

const functions = new Set(['count', 'countcolumn', 'sum', 'avg', 'min', 'max']);

/** An entity or link-entity, by its alias; undefined for the root. */
export interface FetchedEntity {
  readonly link: string | undefined;
  readonly element: FetchElement;
}

/** The groups and values that the attributes of all entities ask for, with `orders` by alias. */
export function readAggregate(entities: readonly FetchedEntity[], orders: Aggregate['orders']): Aggregate {
  const groups: Group[] = [];
  const values: AggregateValue[] = [];
  for (const { link, element } of entities) {
    for (const attribute of attributesOf(element)) {
      const path = pathIn(link, requiredAttribute(attribute, 'name'));
      if (flag(attribute, 'groupby')) groups.push(readGroup(attribute, path));
      else values.push(readValue(attribute, path));
    }
  }
  const aliases = new Set([...groups, ...values].map(({ alias }) => alias));
  const unknown = orders.find(({ alias }) => !aliases.has(alias));
  if (unknown !== undefined)
    throw errors.invalidArgument(`The order alias '${unknown.alias}' is not an alias of the query.`);
  return { groups, values, orders };
}

function requiredAlias(attribute: FetchElement): string {
  return aliasOf(attribute) ?? requiredAttribute(attribute, 'alias');
}

function readGroup(attribute: FetchElement, path: ColumnPath): Group {
  const dateGrouping = attribute.attributes.get('dategrouping');
  const alias = requiredAlias(attribute);
  return dateGrouping === undefined ? { path, alias } : { path, alias, dateGrouping };
}

function readValue(attribute: FetchElement, path: ColumnPath): AggregateValue {
  const name = requiredAttribute(attribute, 'aggregate');
  if (!functions.has(name)) throw errors.invalidArgument(`The aggregate function '${name}' is not valid.`);
  const isDistinct = name === 'countcolumn' && flag(attribute, 'distinct');
  return {
    path,
    alias: requiredAlias(attribute),
    function: isDistinct ? 'countdistinct' : (name as AggregateValue['function']),
  };
}
