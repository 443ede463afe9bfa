import type { Table } from '../../../metadata/model.js';
import type { Session } from '../../../organization/organization.js';
import type { Link, ResultRow } from '../../../query/model.js';
import type { Preferences } from '../preferences.js';
import { bothFilters } from '../restriction.js';
import { queryEverything } from '../queryEverything.js';
import { pointerOf, rootProperties, rowsJson, type RowJson } from '../rowJson.js';
import { Aliases, Place } from '../translate/joins.js';
import { translateFilter } from '../translate/filter.js';
import { translateOrders } from '../translate/orders.js';
import { selectedColumns } from '../translate/select.js';
import { collectionLink } from './collectionLink.js';
import { onlyKnown, targetsOf } from './owner.js';
import type { Expansion } from './plan.js';

/** Ids that go into one statement: a page is expanded in a few statements, never one for each row. */
const chunkSize = 500;

/** What the rows of one level have in common. */
export interface ExpandContext {
  readonly session: Session;
  readonly preferences: Preferences;
  readonly baseUrl: string;
}

/** A row of the query with its JSON, to which expansions are added. */
export interface ExpandedRow {
  readonly row: ResultRow;
  readonly json: RowJson;
}

/** Columns of the rows that their expansions need. */
export function columnsForExpand(table: Table, expansions: readonly Expansion[]): string[] {
  return [
    table.primaryId,
    ...expansions.flatMap(({ navigation }) => (navigation.kind === 'single' ? [navigation.column] : [])),
  ];
}

/** Adds every expansion to the rows. Throws 403 when the caller may not read a related table. */
export function expandRows(
  context: ExpandContext,
  table: Table,
  rows: readonly ExpandedRow[],
  expansions: readonly Expansion[],
): void {
  for (const expansion of expansions) {
    if (expansion.navigation.kind === 'single') expandSingle(context, table, rows, expansion);
    else expandCollection(context, table, rows, expansion);
  }
}

function expandSingle(
  context: ExpandContext,
  table: Table,
  rows: readonly ExpandedRow[],
  expansion: Expansion,
): void {
  const { navigation, item } = expansion;
  const column = table.columns.get(navigation.kind === 'single' ? navigation.column : '');
  if (column === undefined) return;
  const pointers = rows.map(({ row }) => pointerOf({ column, path: { column: column.logicalName } }, row));
  const found = new Map<string, RowJson>();
  const { catalogue } = context.session.organization;
  const targets = targetsOf(catalogue, column, expansion);
  for (const target of targets) {
    const ids = pointers.flatMap((pointer) => (pointer?.table === target.logicalName ? [pointer.id] : []));
    const only = onlyKnown(catalogue, target, targets, expansion);
    for (const { row, json } of related(context, target, only, [...new Set(ids)], {
      column: target.primaryId,
    })) {
      found.set(
        String(row.values[target.primaryId]),
        item.reference ? referenceTo(context, target, row) : json,
      );
    }
  }
  rows.forEach(({ json }, index) => {
    json[item.navigation] = found.get(pointers[index]?.id ?? '') ?? null;
  });
}

function referenceTo({ baseUrl }: ExpandContext, table: Table, row: ResultRow): RowJson {
  return { '@odata.id': `${baseUrl}/${table.setName}(${String(row.values[table.primaryId])})` };
}

function expandCollection(
  context: ExpandContext,
  table: Table,
  rows: readonly ExpandedRow[],
  expansion: Expansion,
): void {
  const { navigation, item } = expansion;
  const target = context.session.organization.catalogue.table(navigation.target);
  const ids = rows.map(({ row }) => String(row.values[table.primaryId]));
  const holder: ParentHolder =
    navigation.kind === 'many'
      ? {
          column: navigation.near.column,
          intersect: navigation.relationship.intersect,
          farColumn: navigation.far.column,
        }
      : { column: navigation.kind === 'collection' ? navigation.column : '' };
  const byParent = new Map<string, RowJson[]>();
  for (const { row, json } of related(context, target, expansion, ids, holder)) {
    const parent = String(
      holder.intersect === undefined ? row.values[holder.column] : row.links[intersectAlias]?.[holder.column],
    );
    const siblings = byParent.get(parent);
    if (siblings === undefined) byParent.set(parent, [json]);
    else siblings.push(json);
  }
  for (const { row, json } of rows) {
    const id = String(row.values[table.primaryId]);
    json[item.navigation] = (byParent.get(id) ?? []).slice(0, item.top);
    json[`${item.navigation}@odata.nextLink`] = collectionLink(context.baseUrl, table, id, item);
  }
}

const intersectAlias = '$intersect';

/** Where the parent's id is found: in a column of the related rows, or of the intersect table. */
interface ParentHolder {
  readonly column: string;
  readonly intersect?: string;
  readonly farColumn?: string;
}

function related(
  context: ExpandContext,
  target: Table,
  { item, nested }: Expansion,
  ids: readonly string[],
  holder: ParentHolder,
): ExpandedRow[] {
  const { session, preferences } = context;
  const { catalogue } = session.organization;
  const shown = selectedColumns(catalogue, target, item.select);
  const needed = [
    ...columnsForExpand(target, nested),
    ...(holder.intersect === undefined ? [holder.column] : []),
    'versionnumber',
  ];
  const place = new Place(catalogue, target, undefined, new Aliases());
  const filter = item.filter && translateFilter(item.filter, { root: place, variables: new Map() });
  const orders = translateOrders(item.orderBy ?? [], place);
  const rows = chunks(ids).flatMap((chunk) =>
    queryEverything(session, {
      table: target.logicalName,
      columns: [...new Set([...shown, ...needed])],
      links: [...intersectLink(target, holder, chunk), ...place.links],
      orders,
      ...bothFilters(filter, holder.intersect === undefined ? isOneOf(holder.column, chunk) : undefined),
    }),
  );
  const json = rowsJson(session, rows, rootProperties(target, shown), preferences);
  const expanded = rows.map((row, index) => ({ row, json: withOwnerId(target, json[index] ?? {}) }));
  expandRows(context, target, expanded, nested);
  return expanded;
}

/** An expanded user or team also shows `ownerid`: the id of the principal it is ("Join tables"). */
function withOwnerId(target: Table, json: RowJson): RowJson {
  const isPrincipal = target.logicalName === 'systemuser' || target.logicalName === 'team';
  return isPrincipal ? { ...json, ownerid: json[target.primaryId] } : json;
}

function intersectLink(
  target: Table,
  { column, intersect, farColumn }: ParentHolder,
  ids: readonly string[],
): Link[] {
  if (intersect === undefined || farColumn === undefined) return [];
  return [
    {
      alias: intersectAlias,
      table: intersect,
      fromColumn: farColumn,
      toColumn: target.primaryId,
      join: 'inner',
      columns: [column],
      filter: { ...isOneOf(column, ids), path: { link: intersectAlias, column } },
    },
  ];
}

function isOneOf(column: string, ids: readonly string[]) {
  return { kind: 'condition', path: { column }, operator: 'in', values: ids } as const;
}

function chunks(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / chunkSize) }, (_, index) =>
    ids.slice(index * chunkSize, (index + 1) * chunkSize),
  );
}
