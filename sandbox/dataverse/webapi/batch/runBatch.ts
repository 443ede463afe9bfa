import { errors } from '../../errors.js';
import { errorResponse } from '../errorResponse.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { resolvePayload, resolveReference } from './contentReference.js';
import type { Operation } from './operation.js';
import { readBatch } from './readBatch.js';
import { createdRow, relativeUrl } from './rowUrl.js';
import { writeBatch, type BatchResult, type PartResponse } from './writeBatch.js';

/** Runs one request that is not a batch; throws a DataverseError when it fails. */
export type Execute = (request: ApiRequest) => ApiResponse;

/**
 * Answers a $batch: items in order, a changeset in one transaction. Without `Prefer: odata.continue-on-error` the
 * first failure ends the batch, and its status is the status of the whole answer; with it the answer is 200
 * ("Execute batch operations using the Web API", handling errors).
 * @throws DataverseError 400 for a batch that cannot be read; nothing of it has run then.
 */
export function runBatch(request: ApiRequest, execute: Execute): ApiResponse {
  if (request.method !== 'POST') throw errors.methodNotAllowed('A batch request must be a POST request.');
  const continueOnError = /\bodata\.continue-on-error\b(?!\s*=\s*false)/i.test(request.headers.prefer ?? '');
  const results: BatchResult[] = [];
  for (const item of readBatch(request.headers['content-type'], request.body ?? '')) {
    const result: BatchResult =
      item.kind === 'operation'
        ? { kind: 'operation', part: runOperation(request, item.operation, execute) }
        : { kind: 'changeset', parts: runChangeset(request, item.operations, execute) };
    results.push(result);
    const failure = failureOf(result);
    if (failure !== undefined && !continueOnError) return writeBatch(failure, results);
  }
  return writeBatch(200, results);
}

function failureOf(result: BatchResult): number | undefined {
  const parts = result.kind === 'operation' ? [result.part] : result.parts;
  return parts.map(({ response }) => response.status).find((status) => status >= 400);
}

function runOperation(outer: ApiRequest, operation: Operation, execute: Execute): PartResponse {
  try {
    return answer(operation, execute(partRequest(outer, operation, new Map())));
  } catch (error) {
    return answer(operation, errorResponse(error, operation.headers));
  }
}

/** Carries the failed operation's answer out of the transaction, so that it is rolled back. */
class ChangesetFailure extends Error {
  constructor(readonly part: PartResponse) {
    super('changeset rolled back');
  }
}

function runChangeset(outer: ApiRequest, operations: readonly Operation[], execute: Execute): PartResponse[] {
  const references = new Map<string, string>();
  try {
    return outer.session.organization.store.transaction(() =>
      operations.map((operation) => {
        try {
          const part = partRequest(outer, operation, references);
          const response = execute(part);
          const row = createdRow(part, response);
          if (operation.contentId !== undefined && row !== undefined)
            references.set(operation.contentId, row);
          return answer(operation, response);
        } catch (error) {
          throw new ChangesetFailure(answer(operation, errorResponse(error, operation.headers)));
        }
      }),
    );
  } catch (error) {
    if (error instanceof ChangesetFailure) return [error.part];
    throw error;
  }
}

function answer({ contentId }: Operation, response: ApiResponse): PartResponse {
  return contentId === undefined ? { response } : { contentId, response };
}

/** A part as a request of its own, in the session of the batch: what the outer headers say of the caller is inherited. */
function partRequest(
  outer: ApiRequest,
  operation: Operation,
  references: ReadonlyMap<string, string>,
): ApiRequest {
  const url = relativeUrl(resolveReference(operation.url, references));
  return {
    method: operation.method,
    url,
    headers: operation.headers,
    ...(operation.body === undefined ? {} : { body: resolvePayload(operation.body, references) }),
    baseUrl: outer.baseUrl,
    session: outer.session,
  };
}
