import { localAddress } from './localAddress.js';

/** What a link to the page brings, and the page's address without it. */
export interface Arrival {
  readonly code: string | undefined;
  readonly returnTo: string | undefined;
  readonly address: string;
}

const isCode = (name: string): boolean => /^invitation(code)?$/i.test(name);
const isReturn = (name: string): boolean => /^returnurl$/i.test(name);

/**
 * Reads the code and the return address from query and fragment. Both may stand in either; a fragment (`/invitation#invitation=…`)
 * never leaves the browser, so no log and no other link of the page has it.
 */
export function arrival({ href, origin }: Pick<Location, 'href' | 'origin'>): Arrival {
  const url = new URL(href);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const found = [...url.searchParams, ...fragment];
  const value = (is: (name: string) => boolean): string | undefined =>
    found.find(([name]) => is(name))?.[1].trim() || undefined;
  const returnTo = value(isReturn);

  for (const [name] of found) {
    if (!isCode(name) && !isReturn(name)) continue;
    url.searchParams.delete(name);
    if (fragment.has(name)) url.hash = '';
  }
  return {
    code: value(isCode),
    returnTo: returnTo === undefined ? undefined : localAddress(returnTo, origin),
    address: url.pathname + url.search + url.hash,
  };
}
