/** What a scanner has asked for, and the answers' statuses. */
export type Scanned = ReadonlyMap<string, number>;

/** Where forms of the page lead, and where a provider sends people back to: a scanner may know them. */
const wellKnown = [
  '/redeem',
  '/ask',
  '/sign-in',
  '/sign-out',
  '/redeemed',
  '/signed-in/sandbox',
  '/register',
];

/** Most addresses that are followed: far more than there are. */
const most = 100;

/**
 * Looks at a link as a mail scanner does that takes it apart: every redirect, every address on every page, with every method that
 * changes nothing (RFC 9110, 9.2.1).
 *
 * @param keepsCookies whether it sends back the cookies it is given
 */
export async function scan(link: string, keepsCookies: boolean): Promise<Scanned> {
  const { origin } = new URL(link);
  const jar = new Map<string, string>();
  const asked = new Map<string, number>();
  const queue = [link, ...wellKnown.map((path) => origin + path)];
  for (let url = queue.shift(); url !== undefined && asked.size < most; url = queue.shift()) {
    for (const method of ['HEAD', 'OPTIONS', 'GET']) {
      const key = `${method} ${url}`;
      if (asked.has(key)) continue;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { method, redirect: 'manual', headers: cookie ? { cookie } : {} });
      asked.set(key, response.status);
      if (keepsCookies) {
        for (const [name = '', value = ''] of response.headers
          .getSetCookie()
          .map((line) => line.split(/[=;]/)))
          jar.set(name, value);
      }
      queue.push(...addressesIn(await response.text(), response.headers.get('location'), url));
    }
  }
  return asked;
}

/** Addresses of this machine that an answer names: there is nothing of the product's elsewhere. */
const addressesIn = (html: string, location: string | null, base: string): readonly string[] =>
  [location ?? '', ...[...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, found]) => found ?? '')]
    .filter((address) => address !== '' && URL.canParse(address, base))
    .map((address) => new URL(address.replaceAll('&amp;', '&'), base))
    .filter(({ hostname }) => hostname === '127.0.0.1')
    .map(({ href }) => href);
