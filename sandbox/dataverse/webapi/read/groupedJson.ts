import type { Table } from '../../metadata/model.js';
import type { Aggregate, Query, ResultRow } from '../../query/model.js';
import type { Session } from '../../organization/organization.js';
import type { Preferences } from './preferences.js';
import { rowsJson, type Property, type RowJson } from './rowJson.js';

/** Where the values of a grouped row are put, so that they are shown as every other column is. */
const holder = '$group';

/** Grouped rows as JSON: one property for each alias; empty ones are left out. */
export function groupedJson(
  session: Session,
  query: Query,
  aggregate: Aggregate,
  rows: readonly ResultRow[],
  preferences: Preferences,
): RowJson[] {
  const properties = [
    ...aggregate.groups.map(({ path, alias, dateGrouping }) =>
      property(session, query, alias, path, dateGrouping !== undefined),
    ),
    ...aggregate.values.map((value) =>
      property(session, query, value.alias, value.path ?? {}, value.function.startsWith('count')),
    ),
  ];
  const values = rows.map(({ aggregates = {} }) => ({
    values: {},
    links: { [holder]: shownAs(properties, aggregates) },
  }));
  return rowsJson(session, values, properties, preferences);
}

/** A grouped column is found under its alias; counts and parts of dates are whole numbers whatever they count. */
function property(
  { organization: { catalogue } }: Session,
  query: Query,
  alias: string,
  path: { readonly link?: string; readonly column?: string },
  isNumber: boolean,
): Property {
  const link = query.links.find((candidate) => candidate.alias === path.link);
  const table: Table = catalogue.table(link?.table ?? query.table);
  const column = table.columns.get(path.column ?? table.primaryId) ?? table.columns.get(table.primaryId);
  if (column === undefined) throw new Error(`Table '${table.logicalName}' has no primary id column.`);
  return {
    name: alias,
    table,
    column: isNumber ? { ...column, type: 'int', targets: [] } : column,
    path: { link: holder, column: alias },
    aliased: true,
  };
}

function shownAs(properties: readonly Property[], aggregates: NonNullable<ResultRow['aggregates']>) {
  return Object.fromEntries(properties.map(({ name }) => [name, aggregates[name] ?? null]));
}
