import type { DoorsConfig } from '../config/doorsConfig.js';

/** Longest return address that is looked at: it has to fit into a cookie. */
const longest = 1000;

/**
 * Where people may be sent on to: an address whose origin is on the list. Origins are compared whole, with scheme and port, after the
 * same reading that browsers do (WHATWG URL), so that what is allowed is where they arrive. A path is one of the default return address' site.
 *
 * @param asked `returnurl` of the link, anything at all
 * @returns the address; undefined when it is not allowed
 */
export function returnAddress(
  asked: string,
  { returnUrl, returnOrigins }: Pick<DoorsConfig, 'returnUrl' | 'returnOrigins'>,
): string | undefined {
  if (asked.length > longest || !plain.test(asked)) return undefined;
  const isPath = /^\/(?!\/)/.test(asked);
  if (!isPath && !/^https?:\/\/[^/]/i.test(asked)) return undefined;
  const base = isPath ? returnUrl : undefined;
  if (isPath && base === undefined) return undefined;
  const address = parse(asked, base);
  if (address === undefined || address.username !== '' || address.password !== '') return undefined;
  const allowed = [...returnOrigins, ...(returnUrl === undefined ? [] : [returnUrl])];
  return allowed.some((origin) => parse(origin)?.origin === address.origin) ? address.href : undefined;
}

/** Visible ASCII without a backslash: browsers drop tabs and line ends from addresses and take a backslash for a slash. */
const plain = /^[!-[\]-~]+$/;

function parse(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
