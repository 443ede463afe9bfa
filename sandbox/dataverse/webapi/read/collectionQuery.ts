import { errors } from '../../errors.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { Table } from '../../metadata/model.js';
import type { Page, Query } from '../../query/model.js';
import { parseCount, parseExpand, type ExpandItem } from '../url/parseExpand.js';
import { parseFilter } from '../url/parseFilter.js';
import { parseOrderBy } from '../url/parseOrderBy.js';
import { parseSelect } from '../url/parseSelect.js';
import { aliasesOf } from '../url/queryOptions.js';
import { columnsForExpand } from './expand/expandRows.js';
import { planExpand, type Expansion } from './expand/plan.js';
import type { Preferences } from './preferences.js';
import { bothFilters, type Restriction } from './restriction.js';
import { placeOf, readSkipToken, type SkipToken } from './skipToken.js';
import { translateFilter } from './translate/filter.js';
import { Aliases, Place } from './translate/joins.js';
import { translateOrders } from './translate/orders.js';
import { selectedColumns } from './translate/select.js';

/** The query options of a collection, translated. */
export interface CollectionQuery {
  readonly query: Query;
  readonly select?: readonly string[] | 'all';
  readonly items: readonly ExpandItem[];
  readonly expansions: readonly Expansion[];
  /** Columns to show, in their order. */
  readonly shown: readonly string[];
  readonly token?: SkipToken;
}

/** Translates `$select`, `$filter`, `$orderby`, `$expand`, `$top`, `$count` and `$skiptoken`. Throws 400. */
export function collectionQuery(
  catalogue: Catalogue,
  table: Table,
  options: ReadonlyMap<string, string>,
  preferences: Preferences,
  restriction: Restriction,
): CollectionQuery {
  const aliases = aliasesOf(options);
  const selectText = options.get('$select');
  const select = selectText === undefined ? undefined : parseSelect(selectText);
  const items = parseExpand(options.get('$expand') ?? '', aliases);
  const expansions = planExpand(catalogue, table, items);
  const shown = selectedColumns(catalogue, table, select);
  const place = new Place(catalogue, table, undefined, new Aliases());
  const filterText = options.get('$filter');
  const filter =
    filterText === undefined
      ? undefined
      : translateFilter(parseFilter(filterText, aliases), { root: place, variables: new Map() });
  const orders = translateOrders(parseOrderBy(options.get('$orderby') ?? ''), place);
  const tokenText = options.get('$skiptoken');
  const token = tokenText === undefined ? undefined : readSkipToken(tokenText);
  return {
    query: {
      table: table.logicalName,
      columns: [...new Set([...shown, ...columnsForExpand(table, expansions), 'versionnumber'])],
      links: [...restriction.links, ...place.links],
      orders,
      ...bothFilters(restriction.filter, filter),
      ...extent(options, preferences, token),
      ...(wantsCount(options) ? { count: true } : {}),
    },
    items,
    expansions,
    shown,
    ...(select === undefined ? {} : { select }),
    ...(token === undefined ? {} : { token }),
  };
}

/** `$top` is ignored when a page size is asked for ("Page results"). */
function extent(
  options: ReadonlyMap<string, string>,
  { maxPageSize }: Preferences,
  token: SkipToken | undefined,
): { top?: number; page?: Page } {
  const topText = options.get('$top');
  const top = topText === undefined ? undefined : parseCount('$top', topText);
  if (top !== undefined && maxPageSize === undefined) return { top };
  const after = token && placeOf(token)?.cursor;
  const number = token?.pageNumber ?? 1;
  return { page: { size: maxPageSize ?? 5000, number, ...(after === undefined ? {} : { after }) } };
}

function wantsCount(options: ReadonlyMap<string, string>): boolean {
  const text = options.get('$count');
  if (text !== undefined && text !== 'true' && text !== 'false') {
    throw errors.badQuery(
      `Invalid value '${text}' for $count query option found. Valid values are 'true' and 'false'.`,
    );
  }
  return text === 'true';
}
