/** Header fields by lower-case name, as Node gives them; one that was not sent is undefined. */
export type HeaderFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a page of this very origin made the request. It closes cross-site request forgery: a browser adds the
 * session cookie to requests that other pages make too, and `SameSite` does not tell this origin from another port of
 * the same host – such as the mailbox, which shows the HTML of mails. `Sec-Fetch-Site` and `Origin` are written by the
 * browser, no page can set them. Without either it was no browser, and a cookie has no business there.
 *
 * @param ownOrigin `http://127.0.0.1:5800`
 */
export function isSameOrigin(headers: HeaderFields, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  // Browsers leave it out where the address is neither https nor this machine.
  return site === undefined ? headers['origin'] === ownOrigin : site === 'same-origin';
}
