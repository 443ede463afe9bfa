import { errors } from '../../errors.js';
import { readBoundary, readMultipart, type MimePart } from './multipart.js';
import { readOperation, type BatchItem, type Operation } from './operation.js';

/** Most operations in one batch, those inside changesets counted ("Execute batch operations using the Web API"). */
export const mostOperations = 1000;

/**
 * Reads a $batch body. The whole batch is read and checked before anything of it runs.
 * @throws DataverseError 400 for a malformed body, more than 1,000 operations, a batch in a batch, or, inside a
 * changeset, a GET, a missing or a repeated Content-ID.
 */
export function readBatch(contentType: string | undefined, body: string): BatchItem[] {
  const boundary = readBoundary(contentType);
  if (boundary === undefined) {
    throw errors.badQuery("A batch request must have the Content-Type 'multipart/mixed' with a boundary.");
  }
  const items = readMultipart(body, boundary).map(readItem);
  if (countOperations(items) > mostOperations) {
    throw errors.badQuery(
      `The current batch message contains too many parts. Only batch messages with a maximum number of '${mostOperations}' query operations and change sets are allowed.`,
    );
  }
  return items;
}

/** How many operations the items hold together. */
export function countOperations(items: readonly BatchItem[]): number {
  return items.reduce((sum, item) => sum + (item.kind === 'operation' ? 1 : item.operations.length), 0);
}

function readItem(part: MimePart): BatchItem {
  const boundary = readBoundary(part.headers['content-type']);
  if (boundary === undefined) return { kind: 'operation', operation: notNested(readOperation(part)) };
  const operations = readMultipart(part.body, boundary).map((inner) => notNested(readOperation(inner)));
  checkChangeset(operations);
  return { kind: 'changeset', operations };
}

function notNested(operation: Operation): Operation {
  if (/(?:^|\/)\$batch(?:\?|$)/i.test(operation.url)) {
    throw errors.badQuery('A batch request cannot contain another batch request.');
  }
  return operation;
}

function checkChangeset(operations: readonly Operation[]): void {
  const seen = new Set<string>();
  for (const { method, contentId } of operations) {
    if (method === 'GET') {
      throw errors.badQuery(
        "An invalid HTTP method 'GET' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', and 'PATCH'.",
      );
    }
    if (contentId === undefined)
      throw errors.badQuery('Content-ID header not present in a change set request.');
    if (seen.has(contentId)) {
      throw errors.badQuery(
        `The content ID '${contentId}' was found more than once in the same change set. Content IDs have to be unique across all operations of a change set.`,
      );
    }
    seen.add(contentId);
  }
}
