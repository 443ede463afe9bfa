/**
 * A mail address that its owner recognises and nobody else learns: `c…s@contoso.example`. Of three letters or less before the @ the last
 * stays hidden too.
 *
 * @returns undefined for what is no address
 */
export function maskedAddress(address: string | null | undefined): string | undefined {
  const at = address?.trim().lastIndexOf('@') ?? -1;
  if (!address || at < 1) return undefined;
  const local = [...address.trim().slice(0, at)];
  const first = local.length > 1 ? local[0] : '';
  const last = local.length > 3 ? local.at(-1) : '';
  return `${first}…${last}${address.trim().slice(at)}`;
}
