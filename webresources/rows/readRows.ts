import { pieces } from './pieces.js';

/** Ids in one query: what a URL holds with room to spare (40 characters an id, servers allow a few thousand). */
const idsInQuery = 50;

/** What to read: the query's text, and which column the ids are compared with. */
export interface RowQuery {
  readonly table: string;
  readonly column: string;
  /** `$select` with `$expand` and `$orderby`, as it stands in a URL. */
  readonly columns: string;
  /** A further condition in OData. */
  readonly filter?: string;
}

/**
 * All rows whose column holds one of the ids: in pieces because of the length of a URL, page by page.
 *
 * @throws what Xrm.WebApi rejects with: `{ errorCode, message }`
 */
export async function readRows<Row>(query: RowQuery, ids: readonly string[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const piece of pieces(ids, idsInQuery)) rows.push(...(await readPiece<Row>(query, piece)));
  return rows;
}

async function readPiece<Row>(query: RowQuery, ids: readonly string[]): Promise<readonly Row[]> {
  const values = ids.map((id) => `'${id}'`).join(',');
  const among = `Microsoft.Dynamics.CRM.In(PropertyName='${query.column}',PropertyValues=[${values}])`;
  const filter = query.filter === undefined ? among : `${among} and ${query.filter}`;
  const rows: Row[] = [];
  let next: string | undefined = `?${query.columns}&$filter=${encodeURIComponent(filter)}`;
  while (next) {
    const page: Xrm.RetrieveMultipleResult = await Xrm.WebApi.retrieveMultipleRecords(query.table, next);
    rows.push(...(page.entities as Row[]));
    // The next page's address is encoded already; only its query may be handed back (Client API reference, retrieveMultipleRecords).
    next = page.nextLink?.replace(/^[^?]*/, '');
  }
  return rows;
}
