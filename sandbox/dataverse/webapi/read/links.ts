/** Builds a query string; names and values are percent-encoded, `$` and `@` in names stay readable. */
export function queryString(options: Iterable<readonly [string, string]>): string {
  return [...options]
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name).replace(/%24/g, '$').replace(/%40/g, '@')}=${encodeURIComponent(value)}`,
    )
    .join('&');
}

/** The request's URL with other options: absolute, under the name the caller used. */
export function linkWith(baseUrl: string, url: string, options: Iterable<readonly [string, string]>): string {
  const path = url.split('?')[0] ?? '';
  const query = queryString(options);
  return `${baseUrl}/${path}${query === '' ? '' : `?${query}`}`;
}
