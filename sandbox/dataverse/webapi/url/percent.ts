import { errors } from '../../errors.js';

/** Percent-decodes a part of a URL. Throws 400 for a malformed escape. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw errors.badQuery('Bad Request - Error in query syntax.');
  }
}

/** Percent-decodes a part of a query string, where `+` is a space as Microsoft's samples and many clients send it. */
export function queryDecode(text: string): string {
  return percentDecode(text.replaceAll('+', ' '));
}
