import { invitationError } from '../../../errors/invitationError.js';
import type { Visitor } from '../../../redeem/visitor.js';
import type { ProviderConfig } from '../../config/doorsConfig.js';
import type { Claims } from './claims.js';
import { cleanName } from './cleanName.js';
import { verifiedEmail } from './verifiedEmail.js';

/** OpenID Connect Core, 2: "It MUST NOT exceed 255 ASCII characters in length." */
const subject = /^[\x20-\x7e]{1,255}$/;

/**
 * Who has signed in, by what the provider says of them. Pure: the claims have been checked already, all but what they say of the person.
 *
 * @throws InvitationError INV_VISITOR_NOT_SIGNED_IN when they name nobody
 */
export function visitorOf(claims: Claims, provider: Pick<ProviderConfig, 'name' | 'trustEmail'>): Visitor {
  const { iss, sub } = claims;
  if (typeof iss !== 'string' || typeof sub !== 'string' || !subject.test(sub) || sub.trim() === '') {
    throw invitationError('INV_VISITOR_NOT_SIGNED_IN', {
      provider: provider.name,
      reason: 'the provider does not say who you are',
    });
  }
  return {
    issuer: iss,
    subject: sub,
    ...given('verifiedEmail', verifiedEmail(claims, provider.trustEmail)),
    ...given('name', cleanName(claims.name)),
    ...given('givenName', cleanName(claims.given_name)),
    ...given('familyName', cleanName(claims.family_name)),
    provider: provider.name,
  };
}

function given<K extends string>(key: K, value: string | undefined): { readonly [Key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Key in K]?: string });
}
