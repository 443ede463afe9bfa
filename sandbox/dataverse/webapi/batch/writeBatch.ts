import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { ApiResponse } from '../exchange.js';

/** The answer to one operation. */
export interface PartResponse {
  readonly contentId?: string;
  readonly response: ApiResponse;
}

/** What came of a batch's items: as many as were run. A failed changeset holds its one error. */
export type BatchResult =
  | { readonly kind: 'operation'; readonly part: PartResponse }
  | { readonly kind: 'changeset'; readonly parts: readonly PartResponse[] };

const lineEnd = '\r\n';

/**
 * Writes the multipart answer to a batch. Clients look for the literal boundaries `batchresponse_` and
 * `changesetresponse_`, for the delimiter in the first line, and for one single header over a changeset.
 */
export function writeBatch(status: number, results: readonly BatchResult[]): ApiResponse {
  const boundary = `batchresponse_${randomUUID()}`;
  const parts = results.map((result) =>
    result.kind === 'operation' ? writePart(result.part) : writeChangeset(result.parts),
  );
  return {
    status,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: writeMultipart(boundary, parts),
  };
}

function writeChangeset(parts: readonly PartResponse[]): string {
  const boundary = `changesetresponse_${randomUUID()}`;
  const head = `Content-Type: multipart/mixed; boundary=${boundary}`;
  return [head, '', writeMultipart(boundary, parts.map(writePart))].join(lineEnd);
}

function writeMultipart(boundary: string, parts: readonly string[]): string {
  return [...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ''].join(lineEnd);
}

function writePart({ contentId, response }: PartResponse): string {
  const body = typeof response.body === 'object' ? JSON.stringify(response.body) : (response.body ?? '');
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? 'Unknown'}`,
    ...partHeaders(response).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join(lineEnd);
}

function partHeaders({ headers, body }: ApiResponse): (readonly [string, string])[] {
  const own = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'odata-version');
  const typed = own.some(([name]) => name.toLowerCase() === 'content-type');
  return [
    ...(typeof body === 'object' && !typed
      ? [['Content-Type', 'application/json; odata.metadata=minimal'] as const]
      : []),
    ['OData-Version', '4.0'],
    ...own,
  ];
}
