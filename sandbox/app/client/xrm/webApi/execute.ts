import { readBatch } from '../../host/batch/readBatch.js';
import { writeBatch, type BatchItem } from '../../host/batch/writeBatch.js';
import { errorOf } from '../../host/createApi.js';
import type { ApiAnswer, ApiRequest, Host } from '../../host/host.js';
import { answering } from '../scriptError.js';
import { crudRequests } from './crudRequest.js';
import { executeResponse } from './executeResponse.js';
import { operationRequest, type RequestMetadata } from './operationRequest.js';

type Surroundings = Pick<Host, 'api' | 'definition' | 'text'>;

/** Most requests in one batch (Execute batch operations). */
const batchLimit = 1000;

/**
 * Xrm.WebApi.online.execute and executeMultiple. A refused request rejects with a plain `{errorCode, message, …}`;
 * in a batch so does the first that is refused, and what came before it stays done unless it is in the same change set.
 */
export function createExecute(host: Surroundings) {
  return {
    execute: (request: object) =>
      answering(async () => {
        const requests = requestsOf(host, request);
        const [only] = requests;
        if (only !== undefined && requests.length === 1) {
          return executeResponse(await host.api.send(only), only.path);
        }
        const [first] = await sendBatch(host, [requests]);
        return first;
      }),
    executeMultiple: (items: readonly (object | readonly object[])[]) =>
      answering(() => {
        const batch = items.flatMap((item): readonly BatchItem[] =>
          Array.isArray(item) ? [changeSetOf(host, item as readonly object[])] : requestsOf(host, item),
        );
        return sendBatch(host, batch);
      }),
  };
}

function requestsOf(host: Surroundings, request: object): readonly ApiRequest[] {
  const metadata = metadataOf(request);
  return metadata.operationType === 2
    ? crudRequests(host.definition, metadata.operationName, request, host.api)
    : [operationRequest(host.definition, metadata, request as Readonly<Record<string, unknown>>)];
}

function metadataOf(request: object): RequestMetadata {
  const { getMetadata } = request as { readonly getMetadata?: () => RequestMetadata };
  if (typeof getMetadata !== 'function') throw new Error('request.getMetadata is not a function');
  return getMetadata.call(request);
}

function changeSetOf(host: Surroundings, requests: readonly object[]): readonly ApiRequest[] {
  const all = requests.flatMap((request) => requestsOf(host, request));
  if (all.some(({ method }) => method === 'GET')) {
    throw new Error('A change set may not contain functions or retrieve requests.');
  }
  return all;
}

async function sendBatch(host: Surroundings, items: readonly BatchItem[]): Promise<readonly object[]> {
  const flat = items.flat();
  if (flat.length > batchLimit) throw new Error(`A batch may have ${batchLimit} requests.`);
  if (flat.length === 0) return [];
  const batch = writeBatch(items);
  const answer = await host.api.exchange(batch);
  const answers: readonly ApiAnswer[] = readBatch(answer);
  const refused = answers.find(({ status }) => status >= 400) ?? (answer.status >= 400 ? answer : undefined);
  if (refused !== undefined) throw errorOf(refused, host.text);
  return answers.map((part) => executeResponse(part, batch.path));
}
