interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** A page, or the address that the browser was about to go to. */
export interface Shown {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** What of a browser a sign-in needs: cookies, which do not tell ports apart, redirects and forms. */
export interface Browser {
  /** Goes to an address and follows redirects; stops before one that begins with `stopAt`, with status 0. */
  open(url: string, stopAt: string): Promise<Shown>;
  /** Sends the form of a page. */
  submit(page: Shown, fields: Readonly<Record<string, string>>, stopAt: string): Promise<Shown>;
}

/** Redirects until a browser gives up. */
const most = 20;

export function createBrowser(): Browser {
  let cookies: readonly Cookie[] = [];

  const go = async (address: string, stopAt: string, init?: RequestInit, left = most): Promise<Shown> => {
    if (address.startsWith(stopAt)) return { url: address, status: 0, text: '' };
    if (left === 0) throw new Error('too many redirects');
    const url = new URL(address);
    const cookie = cookies
      .filter(({ host, path }) => host === url.hostname && url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) cookies = kept(cookies, set, url);
    const location = response.headers.get('location');
    const text = await response.text();
    if (location === null) return { url: url.href, status: response.status, text };
    return go(new URL(location, url).href, stopAt, undefined, left - 1);
  };

  return {
    open: (url, stopAt) => go(url, stopAt),
    submit: (page, fields, stopAt) =>
      go(page.url, stopAt, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

function kept(cookies: readonly Cookie[], set: string, { hostname }: URL): readonly Cookie[] {
  const [pair = '', ...attributes] = set.split(/;\s*/);
  const [name = '', value = ''] = pair.split('=');
  const attribute = (wanted: string): string | undefined =>
    attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
  const cookie = { host: hostname, path: attribute('path') ?? '/', name, value };
  const others = cookies.filter((known) => known.name !== name || known.path !== cookie.path);
  const isOver = new Date(attribute('expires') ?? '9999-01-01') <= new Date();
  return isOver ? others : [...others, cookie];
}
