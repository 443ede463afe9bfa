import { errors } from '../../errors.js';
import type { ApiRequest } from '../exchange.js';

/** A JSON object as it stands in a request. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The request's body. @throws DataverseError 400 0x80048d19 when there is none or it is no JSON object */
export function readBody({ body, url }: ApiRequest): JsonObject {
  const [subject = ''] = url.split(/[(/?]/);
  if (body === undefined || body.trim() === '') throw errors.badPayload(subject, 'The request has no body.');
  let payload: unknown;
  try {
    payload = JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    throw errors.badPayload(subject, 'The body of the request is no valid JSON.');
  }
  if (!isObject(payload)) throw errors.badPayload(subject, 'The body of the request is no JSON object.');
  return payload;
}

/** Tells an object from a list and from null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
