/** A page as somebody sees it who has no browser but follows links, keeps cookies and sends forms. */
export interface SeenPage {
  /** Where the last redirect led. */
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /** What the redemption page says it shows: `open`, `wrongAccount`, `redeemed` … Undefined for other pages. */
  readonly state: string | undefined;
}

/** Somebody on the way through web pages. */
export interface Visitor {
  open(url: string): Promise<SeenPage>;
  /** Sends the form of a page that leads to `action`, with its hidden fields. */
  send(page: SeenPage, action: string, fields?: Readonly<Record<string, string>>): Promise<SeenPage>;
  /** Addresses visited so far, redirects included: what a history would show. */
  readonly visited: readonly string[];
}

/** A visitor with an empty cookie jar. */
export function newVisitor(): Visitor {
  /** Cookies by origin: ports of one machine are different sites here. */
  const jars = new Map<string, Map<string, string>>();
  const visited: string[] = [];

  const keep = (origin: string, response: Response): void => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      const [, expires = ''] = /;\s*expires=([^;]+)/i.exec(cookie) ?? [];
      if (/;\s*max-age=0\b/i.test(cookie) || Date.parse(expires) <= Date.now()) jar.delete(name);
      else jar.set(name, value);
    }
  };

  const go = async (address: string, body?: URLSearchParams, from?: string): Promise<SeenPage> => {
    const { href, origin } = new URL(address);
    visited.push(href);
    const cookies = [...(jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(href, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        ...(cookies && { cookie: cookies }),
        ...(from !== undefined && { origin: new URL(from).origin }),
      },
      ...(body && { method: 'POST', body }),
    });
    keep(origin, response);
    const location = response.headers.get('location');
    const html = await response.text();
    if (location !== null) return go(new URL(location, href).href);
    // Pages that a browser sends on by itself.
    if (html.includes('document.forms[0].submit()')) {
      const form = formTo({ html, url: href });
      return go(form.address, new URLSearchParams(form.hidden), href);
    }
    const state = /<main[^>]*\bdata-state="([^"]*)"/.exec(html)?.[1];
    return { url: href, status: response.status, html, state };
  };

  return {
    visited,
    open: (url) => go(url),
    send(page, action, fields = {}) {
      const form = formTo(page, action);
      return go(form.address, new URLSearchParams({ ...form.hidden, ...fields }), page.url);
    },
  };
}

/** A form of a page, by where it leads to; the first without that. */
function formTo({ html, url }: Pick<SeenPage, 'html' | 'url'>, action?: string) {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, attributes = '', inside = '']) => ({
      address: new URL(attributeOf(attributes, 'action') ?? url, url),
      isPost: attributeOf(attributes, 'method') === 'post',
      inside,
    }),
  );
  const wanted = action === undefined ? undefined : new URL(action, url).href;
  const form = forms.find(
    ({ address, isPost }) => isPost && (wanted === undefined || address.href === wanted),
  );
  if (!form) throw new Error(`There is no form to ${action ?? 'anywhere'} on ${new URL(url).pathname}.`);
  const hidden = [...form.inside.matchAll(/<input\b([^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => attributeOf(attributes, 'type') === 'hidden')
    .map((attributes) => [attributeOf(attributes, 'name') ?? '', attributeOf(attributes, 'value') ?? '']);
  return { address: form.address.href, hidden: Object.fromEntries(hidden) as Record<string, string> };
}

const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}=["']([^"']*)["']`).exec(attributes)?.[1];
