/**
 * Where the visitor goes on to: path, query and fragment of an address of this site, or undefined for an address of another one. What
 * browsers read as another site although it begins with a slash (`//host`, `/\host`, a tab inside) is found by reading it as they do.
 *
 * @param site origin of the page: `https://contoso.powerappsportals.com`
 */
export function localAddress(address: string, site: string): string | undefined {
  if (!address.startsWith('/')) return undefined;
  try {
    const { origin, pathname, search, hash } = new URL(address, site);
    // A path that begins with two slashes would be another site in a link.
    return origin === site && !pathname.startsWith('//') ? pathname + search + hash : undefined;
  } catch {
    return undefined;
  }
}
