/** Where the code goes in the redemption path. */
export const codePlaceholder = '{code}';

/**
 * The link an invited contact follows.
 *
 * @param siteUrl base address without a trailing slash: `https://contoso.example`
 * @param redemptionPath path and query with `{code}` where the code goes: `/register?invitation={code}`
 */
export function redemptionLink(siteUrl: string, redemptionPath: string, code: string): string {
  const path = redemptionPath.startsWith('/') ? redemptionPath : `/${redemptionPath}`;
  return siteUrl.replace(/\/+$/u, '') + path.replaceAll(codePlaceholder, () => encodeURIComponent(code));
}

/** Host of the site as readers know it: `contoso.example`. */
export function siteHost(siteUrl: string): string {
  return new URL(siteUrl).host;
}
