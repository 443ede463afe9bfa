import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import { retrieveStored } from '../../organization/retrieveStored.js';
import type { ResultRow } from '../../query/model.js';
import { runQuery } from '../../query/run.js';
import { bothFilters, unrestricted, type Restriction } from './restriction.js';

/**
 * One row by its id.
 * @throws DataverseError 404 when there is none, 403 when the caller may not read it
 */
export function queryRow(
  session: Session,
  table: Table,
  id: string,
  columns: readonly string[],
  restriction: Restriction = unrestricted,
): ResultRow {
  const own = { kind: 'condition', path: { column: table.primaryId }, operator: 'eq', values: [id] } as const;
  const { rows } = runQuery(session, {
    table: table.logicalName,
    columns,
    links: restriction.links,
    orders: [],
    top: 1,
    ...bothFilters(own, restriction.filter),
  });
  const [row] = rows;
  if (row !== undefined) return row;
  const isHidden = restriction === unrestricted && retrieveStored(session, table, id) !== undefined;
  throw isHidden
    ? errors.accessDenied(session.caller.userId, id, 'ReadAccess')
    : errors.notFound(table.logicalName, id);
}
