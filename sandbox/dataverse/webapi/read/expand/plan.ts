import { errors } from '../../../errors.js';
import type { Catalogue } from '../../../metadata/catalogue.js';
import type { Navigation, Table } from '../../../metadata/model.js';
import type { ExpandItem } from '../../url/parseExpand.js';
import { castNavigation } from '../translate/joins.js';

/** Navigation properties that one request may expand ("Join tables"). */
const maximumExpands = 15;

/** One expansion, checked against metadata. */
export interface Expansion {
  readonly item: ExpandItem;
  readonly navigation: Navigation;
  readonly nested: readonly Expansion[];
}

/**
 * Checks `$expand` against metadata and against the limits Dataverse puts on it ("Join tables").
 * @throws DataverseError 400
 */
export function planExpand(catalogue: Catalogue, table: Table, items: readonly ExpandItem[]): Expansion[] {
  if (countOf(items) > maximumExpands) {
    throw errors.badQuery(`The number of $expand options exceeds the maximum of ${String(maximumExpands)}.`);
  }
  return items.map((item) => plan(catalogue, table, item, false));
}

function countOf(items: readonly ExpandItem[]): number {
  return items.reduce((sum, { expand = [] }) => sum + 1 + countOf(expand), 0);
}

function plan(catalogue: Catalogue, table: Table, item: ExpandItem, isNested: boolean): Expansion {
  const found = catalogue.navigation(table.logicalName, item.navigation);
  if (found === undefined) throw errors.unknownProperty(item.navigation, table.logicalName);
  const navigation = found.kind === 'single' ? castNavigation(catalogue, table, found, item.cast) : found;
  if (navigation.kind === 'single') requireSingleOptions(item);
  else requireCollectionOptions(item, isNested);
  if (navigation.kind === 'many' && (isNested || item.expand !== undefined)) {
    throw errors.badQuery('Nested expand is not supported for many-to-many relationships.');
  }
  const target = catalogue.table(navigation.target);
  return {
    item,
    navigation,
    nested: (item.expand ?? []).map((inner) => plan(catalogue, target, inner, true)),
  };
}

function requireSingleOptions({
  navigation,
  filter,
  orderBy,
  top,
  count,
  reference,
  select,
  expand,
}: ExpandItem): void {
  if (filter !== undefined || orderBy !== undefined || top !== undefined || count !== undefined) {
    throw errors.badQuery(
      `Only $select and $expand can be provided while doing $expand on the lookup '${navigation}'.`,
    );
  }
  if (reference && (select !== undefined || expand !== undefined)) {
    throw errors.badQuery(`Term '${navigation}/$ref' is not valid in a $select or $expand expression.`);
  }
}

function requireCollectionOptions(item: ExpandItem, isNested: boolean): void {
  if (item.reference) {
    throw errors.badQuery('Expand with $ref is only supported on lookup type navigation property.');
  }
  if (item.count !== undefined) {
    throw errors.badQuery('The $count option is not supported in $expand.');
  }
  const isOrdered = item.orderBy !== undefined || item.top !== undefined;
  if (isOrdered && (isNested || item.expand !== undefined)) {
    throw errors.badQuery(
      'Only $select and $filter clause can be provided while doing $expand on a nested collection.',
    );
  }
}
