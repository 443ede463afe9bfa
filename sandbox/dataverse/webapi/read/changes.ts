import type { Table } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import type { ResultRow } from '../../query/model.js';
import { runQuery } from '../../query/run.js';

/** Changes between two row versions: after `since`, up to and including `until`. */
export interface Stretch {
  readonly since: number;
  readonly until: number;
}

/** Rows that are new or changed, oldest change first. */
export function changedRows(
  session: Session,
  table: Table,
  { since, until }: Stretch,
  columns: readonly string[],
  limit: number,
): readonly ResultRow[] {
  const path = { column: 'versionnumber' };
  const { rows } = runQuery(session, {
    table: table.logicalName,
    columns,
    links: [],
    orders: [{ path, descending: false }],
    filter: {
      kind: 'and',
      parts: [
        { kind: 'condition', path, operator: 'gt', values: [since] },
        { kind: 'condition', path, operator: 'le', values: [until] },
      ],
    },
    page: { size: Math.min(limit, 5000), number: 1 },
  });
  return rows;
}

/** Ids of rows that are gone, oldest deletion first; also of those that came and went in between. */
export function deletions({ organization }: Session, table: Table, { since, until }: Stretch): string[] {
  const rows = organization.store.all(
    'SELECT id FROM "$deleted" WHERE table_name = ? AND versionnumber > ? AND versionnumber <= ? ORDER BY versionnumber',
    [table.logicalName, since, until],
  );
  return rows.map((row) => String(row['id']));
}
