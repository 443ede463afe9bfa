import { errors } from '../../errors.js';
import { isTooDeep } from '../payloadDepth.js';

/** The rows that operations of a changeset have written so far: Content-ID → URL of the row. */
export type ContentReferences = ReadonlyMap<string, string>;

const reference = /^\/?\$([\w.-]+)(?=$|[/?])/;

/**
 * Replaces a reference at the start of a URL (`$1`, `$1/lastname`) by the URL of the row it stands for.
 * @throws DataverseError 400 when no earlier operation of the changeset has that Content-ID.
 */
export function resolveReference(url: string, references: ContentReferences): string {
  const [written, contentId] = reference.exec(url) ?? [];
  if (written === undefined || contentId === undefined) return url;
  const row = references.get(contentId);
  if (row === undefined) {
    if (/^\D/.test(contentId)) return url; // $metadata and its like
    throw errors.badQuery(`Content-ID Reference: '$${contentId}' does not exist in the batch context.`);
  }
  return row + url.slice(written.length);
}

/** Replaces the references in a JSON payload: values of `…@odata.bind` and `@odata.id`, at any depth. */
export function resolvePayload(body: string, references: ContentReferences): string {
  if (!body.includes('$')) return body;
  let payload: unknown;
  try {
    payload = JSON.parse(body);
  } catch {
    return body; // The operation itself reports malformed JSON, and JSON that is nested too deeply.
  }
  if (isTooDeep(payload)) return body;
  return JSON.stringify(resolveValue('', payload, references));
}

function resolveValue(name: string, value: unknown, references: ContentReferences): unknown {
  if (typeof value === 'string') {
    return name.endsWith('@odata.bind') || name === '@odata.id' ? resolveReference(value, references) : value;
  }
  if (Array.isArray(value)) return value.map((item) => resolveValue(name, item, references));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveValue(key, item, references)]),
  );
}
