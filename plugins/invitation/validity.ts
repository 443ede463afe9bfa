import { isExpired } from './expiry.js';

/** What decides whether an invitation can be redeemed. */
export interface Redeemable {
  /** State Active: only deactivating an invitation revokes it, whatever its status reason. */
  readonly active: boolean;
  readonly group: boolean;
  /** `YYYY-MM-DD`; empty = never expires. */
  readonly expiryDate?: string | null;
  /** Successful redemptions so far; empty = none. */
  readonly redemptions?: number | null;
  /** Group only: empty = no limit. */
  readonly maximumRedemptions?: number | null;
}

/**
 * Why an invitation cannot be redeemed: for logs and for the people who own the invitation, never for who
 * holds the code.
 */
export type InvalidReason = 'inactive' | 'expired' | 'exhausted';

/** Whether an invitation can be redeemed, and if not, why. */
export type Validity = { readonly valid: true } | { readonly valid: false; readonly reason: InvalidReason };

/**
 * Valid = active, not past the end of its expiry day, and uses left.
 *
 * @param today the calendar day in the configured time zone, `YYYY-MM-DD`
 */
export function validity(invitation: Redeemable, today: string): Validity {
  if (!invitation.active) return { valid: false, reason: 'inactive' };
  if (isExpired(invitation.expiryDate, today)) return { valid: false, reason: 'expired' };
  if (isExhausted(invitation)) return { valid: false, reason: 'exhausted' };
  return { valid: true };
}

/** True when no use is left. A single invitation has one use, whatever stands in its maximum. */
export function isExhausted(
  invitation: Pick<Redeemable, 'group' | 'redemptions' | 'maximumRedemptions'>,
): boolean {
  const maximum = invitation.group ? (invitation.maximumRedemptions ?? Infinity) : 1;
  return (invitation.redemptions ?? 0) >= maximum;
}
