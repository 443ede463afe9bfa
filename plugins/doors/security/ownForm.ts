import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * True when a form was sent by a page of this site, as far as the browser says. It says so in Sec-Fetch-Site; older ones in Origin alone.
 * From a page with `Referrer-Policy: no-referrer` Origin is `null` (Fetch, "append a request Origin header"), and Sec-Fetch-Site is missing
 * where the site is neither https nor on this machine: then nothing but the token of the form remains.
 *
 * @param url the address of this site
 */
export function isOwnForm(headers: IncomingHttpHeaders, url: string): boolean {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const own = new URL(url);
  if (origin !== undefined && origin !== 'null' && origin !== own.origin) return false;
  if (site !== undefined) return site === 'same-origin';
  return origin === own.origin || (origin === 'null' && own.protocol === 'http:');
}

/** Compares two tokens in a time that does not depend on where they differ, nor on their lengths. */
export function isSameToken(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
