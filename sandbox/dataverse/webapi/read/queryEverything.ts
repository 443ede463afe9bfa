import type { Session } from '../../organization/organization.js';
import type { Query, ResultRow } from '../../query/model.js';
import { maximumPageSize, runQuery } from '../../query/run.js';

/** All rows of a query, page by page: what expands need, where no client asks for a next page. */
export function queryEverything(session: Session, query: Query): ResultRow[] {
  const rows: ResultRow[] = [];
  let page = { size: maximumPageSize, number: 1 };
  for (;;) {
    const result = runQuery(session, { ...query, page });
    rows.push(...result.rows);
    if (!result.more) return rows;
    page = {
      size: maximumPageSize,
      number: page.number + 1,
      ...(result.cursor ? { after: result.cursor } : {}),
    };
  }
}
