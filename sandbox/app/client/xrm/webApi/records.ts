import type { ApiAnswer, Host } from '../../host/host.js';
import { sendQuery } from '../../host/batch/sendQuery.js';
import { answering } from '../scriptError.js';
import { rowPath } from '../../host/rowPath.js';
import { entitySetOf } from '../../host/tableOf.js';
import { createdId } from '../../host/createdId.js';

type Row = Record<string, unknown>;

/** What retrieveMultipleRecords resolves to. */
export interface RetrieveMultipleResult {
  readonly entities: readonly Row[];
  /** Only when there are more rows. */
  readonly nextLink?: string;
  readonly fetchXmlPagingCookie?: string;
}

const annotations = 'odata.include-annotations="*"';
const fetchOption = /^\?fetchXml=/i;

/** The CRUD methods of Xrm.WebApi; each rejects with a plain `{errorCode, message, …}`. */
export function createRecords(host: Pick<Host, 'api' | 'definition' | 'text'>) {
  const setName = (table: string) => entitySetOf(host.definition, table).setName;
  const pathOf = (table: string, id: string) => rowPath(host.definition, { table, id });

  return {
    createRecord: (table: string, row: Row) =>
      answering(async () => {
        const answer = await host.api.send({ method: 'POST', path: setName(table), body: row });
        return { entityType: table, id: createdId(answer) };
      }),
    // Without If-Match a PATCH of a row that is gone would create it.
    updateRecord: (table: string, id: string, row: Row) =>
      answering(async () => {
        const headers = { 'If-Match': '*' };
        await host.api.send({ method: 'PATCH', path: pathOf(table, id), body: row, headers });
        return { entityType: table, id };
      }),
    deleteRecord: (table: string, id: string) =>
      answering(async () => {
        await host.api.send({ method: 'DELETE', path: pathOf(table, id) });
        return { entityType: table, id };
      }),
    retrieveRecord: (table: string, id: string, options = '') =>
      answering(async () => (await sendQuery(host, pathOf(table, id) + options)).json() as Row),
    retrieveMultipleRecords: (table: string, options = '', maxPageSize?: number) =>
      answering(async (): Promise<RetrieveMultipleResult> => {
        const pageSize = maxPageSize === undefined ? '' : `,odata.maxpagesize=${maxPageSize}`;
        const answer = await sendQuery(host, setName(table) + queryOf(options), {
          Prefer: annotations + pageSize,
        });
        return resultOf(answer);
      }),
  };
}

/** FetchXML is given as it is and encoded here; OData options come encoded (retrieveMultipleRecords). */
function queryOf(options: string): string {
  const start = fetchOption.exec(options)?.[0];
  return start === undefined ? options : start + encodeURIComponent(options.slice(start.length));
}

function resultOf(answer: ApiAnswer): RetrieveMultipleResult {
  const body = answer.json() as Row & { readonly value: readonly Row[] };
  const nextLink = body['@odata.nextLink'] as string | undefined;
  const cookie = body['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'] as string | undefined;
  return {
    entities: body.value,
    ...(nextLink === undefined ? {} : { nextLink }),
    ...(cookie === undefined ? {} : { fetchXmlPagingCookie: cookie }),
  };
}
