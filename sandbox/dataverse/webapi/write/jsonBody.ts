import { errors } from '../../errors.js';
import type { ApiRequest } from '../exchange.js';
import { isTooDeep, maximumPayloadDepth } from '../payloadDepth.js';

/** A JSON object as it stands in a request. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The request's body.
 *
 * @throws DataverseError 400 0x80048d19 when there is none or it is no JSON object; 415 when it is said to be no JSON
 */
export function readBody(request: ApiRequest): JsonObject {
  if (isEmpty(request)) throw errors.badPayload(subjectOf(request), 'The request has no body.');
  return readObject(request, request.body ?? '');
}

/** The parameters of an action, which may have none: then there is no body. @throws as `readBody` for a wrong body */
export function readParameters(request: ApiRequest): JsonObject {
  return isEmpty(request) ? {} : readObject(request, request.body ?? '');
}

/** Tells an object from a list and from null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty({ body }: ApiRequest): boolean {
  return body === undefined || body.trim() === '';
}

function subjectOf({ url }: ApiRequest): string {
  return url.split(/[(/?]/)[0] ?? '';
}

function readObject(request: ApiRequest, body: string): JsonObject {
  const [mediaType = ''] = (request.headers['content-type'] ?? '').split(';');
  if (!/^(?:application\/json)?$/i.test(mediaType.trim()))
    throw errors.unsupportedMediaType(mediaType.trim());
  const subject = subjectOf(request);
  let payload: unknown;
  try {
    payload = JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    throw errors.badPayload(subject, 'The body of the request is no valid JSON.');
  }
  if (!isObject(payload)) throw errors.badPayload(subject, 'The body of the request is no JSON object.');
  if (isTooDeep(payload)) {
    throw errors.badPayload(
      subject,
      `The maximum nesting depth of ${String(maximumPayloadDepth)} has been exceeded.`,
    );
  }
  return payload;
}
