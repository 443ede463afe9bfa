/** What the HTTP doors must know: the redemption page and the API. Without an address of their own there are none. */
export interface DoorsConfig {
  /** Where people and sites find the doors: `https://invite.contoso.com`. Also the site address (inv_SiteUrl) of invitations. */
  readonly url: string;
  /** Address they listen at. Default 127.0.0.1; `0.0.0.0` in a container. */
  readonly host: string;
  /** Default 5803; 0 = any free one. */
  readonly port: number;
  /** Secrets that cookies are sealed with, the newest first; the same for all instances. At least one, each of 32 characters or more. */
  readonly secrets: readonly string[];
  /** Proxies before the service whose X-Forwarded-For is believed: their number, counted from the service. Default 0. */
  readonly trustedProxies: number;
  /** Where people go on to when they came without a return address. Default: they stay on the page. */
  readonly returnUrl?: string;
  /** Origins that a return address may lead to; that of `returnUrl` is one of them. */
  readonly returnOrigins: readonly string[];
  /** Identity providers, in the order of their buttons. */
  readonly providers: readonly ProviderConfig[];
  readonly brand: Brand;
  readonly api: ApiConfig;
}

/** An OpenID Connect provider. */
export interface ProviderConfig {
  /** Part of the redirect address, `/signed-in/<id>`: made of the name, `contoso-entra`. */
  readonly id: string;
  /** On the button. */
  readonly name: string;
  /** Discovery is at `<issuer>/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Left out: a public client. */
  readonly clientSecret?: string;
  /** Default `openid email profile`. */
  readonly scopes: string;
  /**
   * When the address in an identity token counts as verified.
   *  whenVerified  `email_verified` is true, or, as Microsoft Entra ID says it, `xms_edov` (the default)
   *  always        the provider lets nobody have an address they do not own; to be said of a provider one knows
   *  never         the address is not looked at: people count as a contact by a linked identity or a code alone
   */
  readonly trustEmail: 'whenVerified' | 'always' | 'never';
}

/** How the page looks and what it says of its owner. */
export interface Brand {
  /** Name of the site or the company. */
  readonly name: string;
  /** File of a logo, PNG or SVG; served by the page itself. */
  readonly logo?: { readonly type: 'image/png' | 'image/svg+xml'; readonly content: Buffer };
  /** Colour of buttons and links, `#0f6cbd`; dark enough for white text (4.5 : 1). */
  readonly color: string;
  readonly supportUrl?: string;
  readonly privacyUrl?: string;
  /** Language → key of a text → what is said instead of the page's own words. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Who may use the API. Nobody: there is no API. */
export interface ApiConfig {
  /** Keys by name: lower-case hexadecimal SHA-256 of each. */
  readonly keys: readonly { readonly name: string; readonly sha256: string }[];
  readonly issuers: readonly ApiIssuer[];
}

/** An issuer of bearer tokens (JWT access tokens, RFC 9068). */
export interface ApiIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Clients (`azp`, `client_id` or `appid` of the token) that may ask: that somebody has a token of the issuer is not enough. */
  readonly clients: readonly string[];
}
