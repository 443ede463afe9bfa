import { errors } from '../../errors.js';
import { readPagingCookie, type PagingCookie } from '../../query/pagingCookie.js';
import { percentDecode } from '../url/percent.js';

/** What a `$skiptoken` says. */
export interface SkipToken {
  /** The page that it leads to. */
  readonly pageNumber: number;
  /** Where the page before ended; see pagingCookie.ts. */
  readonly cookie?: string;
  /** The initial page of change tracking: the row version at which the synchronization began. */
  readonly trackingSince?: number;
}

/** A token in the documented form; once percent-encoded for the link, its cookie is encoded twice. */
export function writeSkipToken({ pageNumber, cookie, trackingSince }: SkipToken): string {
  const paging = cookie === undefined ? '' : ` pagingcookie="${encodeURIComponent(cookie)}"`;
  const tracking = trackingSince === undefined ? '"False"' : `"True" version="${String(trackingSince)}"`;
  return `<cookie pagenumber="${String(pageNumber)}"${paging} istracking=${tracking} />`;
}

/** Reads a token that writeSkipToken made. Throws 400 when it is none. */
export function readSkipToken(text: string): SkipToken {
  const match =
    /^<cookie pagenumber="(\d+)"(?: pagingcookie="([^"]*)")? istracking="(?:True" version="(\d+)|False)" \/>$/.exec(
      text,
    );
  if (match?.[1] === undefined) throw errors.badQuery('Malformed XML in the $skiptoken query option.');
  return {
    pageNumber: Number(match[1]),
    ...(match[2] === undefined ? {} : { cookie: percentDecode(match[2]) }),
    ...(match[3] === undefined ? {} : { trackingSince: Number(match[3]) }),
  };
}

/** The place in the order of rows that a token's cookie means. */
export function placeOf({ cookie }: SkipToken): PagingCookie | undefined {
  return cookie === undefined ? undefined : readPagingCookie(cookie);
}
