import type { ProviderConfig } from '../../config/doorsConfig.js';
import type { Claims } from './claims.js';

/** No contact has a longer one: that is what `emailaddress1` takes. */
const longest = 100;

/** One address and nothing else: no white space, no control or invisible character, no list, no display name. */
const address = /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u;

/**
 * The address that the provider vouches for. An address alone proves nothing: Microsoft Entra ID lets the administrator of
 * any directory write any address into `email` ("nOAuth"), and says in `xms_edov` whether the owner of its domain has been verified
 * (Microsoft identity platform, optional claims). A provider that says yes in one claim and no in the other does not vouch.
 *
 * @returns undefined when it does not vouch, or has no address that could be somebody's
 */
export function verifiedEmail(claims: Claims, trustEmail: ProviderConfig['trustEmail']): string | undefined {
  const { email } = claims;
  if (typeof email !== 'string' || email.length > longest || !address.test(email)) return undefined;
  if (trustEmail === 'never') return undefined;
  if (trustEmail === 'always') return email;
  const said = [yesOrNo(claims.email_verified), yesOrNo(claims.xms_edov)];
  return said.includes(true) && !said.includes(false) ? email : undefined;
}

/** Providers write yes as true, "true", 1 or "1". Undefined: nothing was said. */
function yesOrNo(claim: unknown): boolean | undefined {
  if (claim === undefined || claim === null) return undefined;
  return claim === true || claim === 'true' || claim === 1 || claim === '1';
}
