import { errors } from '../../errors.js';
import type { ApiRequest } from '../exchange.js';
import { readHead, type MimePart } from './multipart.js';

/** One request inside a batch, as its part spells it. */
export interface Operation {
  /** From the MIME headers, or from the embedded request's own as Microsoft's samples write it. */
  readonly contentId?: string;
  readonly method: ApiRequest['method'];
  /** Absolute, rooted, relative to the Web API's root, or `$1/…`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a batch holds, in order: single operations, and changesets that succeed or fail as one. */
export type BatchItem =
  | { readonly kind: 'operation'; readonly operation: Operation }
  | { readonly kind: 'changeset'; readonly operations: readonly Operation[] };

const methods: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] satisfies ApiRequest['method'][];

/** Longest URL of a part, in characters ("Execute batch operations using the Web API": 64 KB). */
const longestUrl = 65_536;

/** Reads the HTTP request that a part of type application/http carries. Throws 400 when it is none. */
export function readOperation(part: MimePart): Operation {
  const [, line = '', rest = ''] = /^\s*(\S[^\r\n]*)(?:\r?\n([^]*))?$/.exec(part.body) ?? [];
  // The URL may hold raw spaces ($orderby=name desc), so it ends at the protocol, not at the next space.
  const [, method = '', url = ''] = /^(\S+)\s+(.+?)(?:\s+HTTP\/\d(?:\.\d)?)?\s*$/.exec(line) ?? [];
  if (url === '') throw errors.badQuery(`The batch part does not begin with a request line: '${line}'.`);
  if (!isMethod(method))
    throw errors.badQuery(`The HTTP method '${method}' of a batch part is not recognized.`);
  if (url.length > longestUrl) throw errors.badQuery('The URL of a batch part is longer than 64 KB.');
  const { headers, body } = readHead(rest);
  const text = body.trim();
  const contentId = part.headers['content-id'] ?? headers['content-id'];
  return {
    ...(contentId === undefined ? {} : { contentId }),
    method,
    url,
    headers,
    ...(text === '' ? {} : { body: text }),
  };
}

function isMethod(text: string): text is ApiRequest['method'] {
  return methods.includes(text);
}
