import type { Host } from '../host/host.js';
import { sendQuery } from '../host/batch/sendQuery.js';
import { serializeXml, type XmlElement } from '../xml/xmlElement.js';

/** Rows of one page as the Web API returned them. */
export interface FetchedPage {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly hasMore: boolean;
  /** -1 when it was not counted. */
  readonly totalCount: number;
  /** What `paging-cookie` of the next page is; absent when rows are ordered by a linked table's column. */
  readonly nextCookie?: string;
}

const annotation = '@Microsoft.Dynamics.CRM.';

/** Runs a query. @throws ApiError when the server refuses it */
export async function fetchPage(
  host: Pick<Host, 'api' | 'text'>,
  setName: string,
  fetch: XmlElement,
): Promise<FetchedPage> {
  const answer = await sendQuery(host, `${setName}?fetchXml=${encodeURIComponent(serializeXml(fetch))}`);
  const body = answer.json() as Readonly<Record<string, unknown>> & { readonly value: FetchedPage['rows'] };
  const cookie = nextCookie(body[`${annotation}fetchxmlpagingcookie`]);
  const total = body[`${annotation}totalrecordcount`];
  return {
    rows: body.value,
    hasMore: body[`${annotation}morerecords`] === true,
    totalCount: typeof total === 'number' ? total : -1,
    ...(cookie === undefined ? {} : { nextCookie: cookie }),
  };
}

/** The cookie within `<cookie pagenumber="2" pagingcookie="…"/>`, which is encoded twice (Page results using FetchXML). */
function nextCookie(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const encoded = /pagingcookie="([^"]*)"/i.exec(value)?.[1];
  return encoded === undefined ? undefined : decodeURIComponent(decodeURIComponent(encoded));
}
