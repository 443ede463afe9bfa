import { DataverseError, errors } from '../errors.js';
import { findMessage, type Message, type MessageCall } from '../messages/registry.js';
import { runBatch } from './batch/runBatch.js';
import { define } from './define/define.js';
import { describe, isDefinition, isDescription } from './describe/describe.js';
import type { ApiRequest, ApiResponse } from './exchange.js';
import { impersonate } from './impersonation.js';
import { read } from './read/read.js';
import { resolveKey } from './read/resolveKey.js';
import { parsePath, type ResourcePath, type Segment } from './url/path.js';
import { readParameters } from './write/jsonBody.js';
import { write } from './write/write.js';

/** Who is told what a request consists of. */
export interface Observer {
  /** An operation is about to run; a batch reports each of its own. */
  operation(method: ApiRequest['method']): void;
  /** An operation failed with something that is no DataverseError: a defect of the sandbox. */
  defect(error: unknown): void;
}

const nobody: Observer = { operation: () => undefined, defect: () => undefined };

/**
 * Answers one request to the Web API, a $batch included. Headers that name another user are honoured.
 * @param request in the session of who authenticated.
 * @throws DataverseError for a request that fails as a whole; nothing it did remains.
 */
export function handle(request: ApiRequest, observer: Observer = nobody): ApiResponse {
  const run = (single: ApiRequest) => runOperation(single, observer);
  return /^\$batch(?:\?|$)/.test(request.url) ? runBatch(acting(request), run) : run(request);
}

/** One operation, as one transaction. Parts of a batch may each name another user. */
function runOperation(request: ApiRequest, observer: Observer): ApiResponse {
  observer.operation(request.method);
  try {
    const own = acting(request);
    if (own.method === 'GET') return route(own);
    return own.session.organization.store.transaction(() => route(own));
  } catch (error) {
    if (!(error instanceof DataverseError)) observer.defect(error);
    throw error;
  }
}

function acting(request: ApiRequest): ApiRequest {
  return { ...request, session: impersonate(request.session, request.headers) };
}

function route(request: ApiRequest): ApiResponse {
  const path = parsePath(request.url);
  if (request.method !== 'GET' && isDefinition(path)) return define(request, path);
  if (isDescription(path)) return describe(request, path);
  const called = findCall(request, path);
  if (called !== undefined) return callMessage(request, called);
  return request.method === 'GET' ? read(request, path) : write(request, path);
}

interface Called {
  readonly message: Message;
  readonly segment: Segment;
  readonly bound: Pick<MessageCall, 'boundTable' | 'boundId'>;
}

/** The function or action that a path ends in; undefined when it leads to rows. */
function findCall({ session }: ApiRequest, { segments }: ResourcePath): Called | undefined {
  const { catalogue } = session.organization;
  const [first, second, ...more] = segments;
  if (first === undefined || more.length > 0) return undefined;
  const table = catalogue.bySet(first.name);
  if (table === undefined) {
    const message = second === undefined ? findMessage(first.name) : undefined;
    return message && { message, segment: first, bound: {} };
  }
  // Bound messages need their namespace; without it the name is a property. A table's name is a cast.
  if (second?.qualified !== true || catalogue.tables.has(second.name)) return undefined;
  const message = findMessage(second.name, table, first.key === undefined);
  if (message === undefined) throw errors.unknownSegment(second.name);
  const boundId = first.key === undefined ? {} : { boundId: resolveKey(session, table, first.key) };
  return { message, segment: second, bound: { boundTable: table, ...boundId } };
}

function callMessage(request: ApiRequest, { message, segment, bound }: Called): ApiResponse {
  const method = message.kind === 'function' ? 'GET' : 'POST';
  if (request.method !== method) {
    throw errors.methodNotAllowed(`The requested resource does not support http method '${request.method}'.`);
  }
  const parameters =
    message.kind === 'function' ? Object.fromEntries(segment.arguments ?? []) : readParameters(request);
  return message.run({ request, session: request.session, ...bound, parameters });
}
