import { errors } from '../../../errors.js';
import type { Navigation } from '../../../metadata/model.js';
import type { Filter, Link } from '../../../query/model.js';
import type { Expression, Lambda } from '../../url/expression.js';
import { Place } from './joins.js';
import { startOf, type Names } from './names.js';

/** Translates the body of a lambda; handed in because filters contain lambdas and lambdas contain filters. */
type Translate = (expression: Expression, names: Names) => Filter;

/**
 * `any` and `all` over a collection: a related row exists, or none that breaks the rule. A collection behind a lookup
 * is refused, as in Dataverse ("Filter rows", lambda operators).
 * @throws DataverseError 400
 */
export function lambdaFilter(lambda: Lambda, names: Names, translate: Translate): Filter {
  const { place, rest } = startOf(lambda.steps, names);
  const [name = '', ...deeper] = rest;
  const navigation = place.catalogue.navigation(place.table.logicalName, name);
  if (navigation === undefined) throw errors.unknownProperty(name, place.table.logicalName);
  if (navigation.kind === 'single' || deeper.length > 0) {
    throw errors.badQuery(
      `The ${lambda.quantifier} operator is only supported on a collection of the row itself, not behind the lookup '${name}'.`,
    );
  }
  const links = relatedLinks(navigation, place);
  const target = links.at(-1);
  if (target === undefined || lambda.body === undefined || lambda.variable === undefined) {
    return { kind: 'exists', negated: false, links };
  }
  const inner = new Place(
    place.catalogue,
    place.catalogue.table(navigation.target),
    target.alias,
    place.aliases,
  );
  const body = translate(lambda.body, {
    root: names.root,
    variables: new Map([...names.variables, [lambda.variable, inner]]),
  });
  const isAll = lambda.quantifier === 'all';
  return {
    kind: 'exists',
    negated: isAll,
    links: [...links, ...inner.links],
    filter: isAll ? { kind: 'not', part: body } : body,
  };
}

function relatedLinks(navigation: Exclude<Navigation, { kind: 'single' }>, place: Place): Link[] {
  const parent = place.alias === undefined ? {} : { parent: place.alias };
  const table = place.catalogue.table(navigation.target);
  const common = { join: 'inner', columns: 'none' } as const;
  if (navigation.kind === 'collection') {
    const { column: fromColumn } = navigation;
    return [
      {
        ...common,
        ...parent,
        alias: place.aliases.next(),
        table: table.logicalName,
        fromColumn,
        toColumn: place.table.primaryId,
      },
    ];
  }
  const { near, far, relationship } = navigation;
  const intersect = place.aliases.next();
  return [
    {
      ...common,
      ...parent,
      alias: intersect,
      table: relationship.intersect,
      fromColumn: near.column,
      toColumn: place.table.primaryId,
    },
    {
      ...common,
      alias: place.aliases.next(),
      parent: intersect,
      table: table.logicalName,
      fromColumn: table.primaryId,
      toColumn: far.column,
    },
  ];
}
