import type { AskedInvitation } from '../wave/asked.js';

/** How often an invitation is to be redeemed by what was asked for. */
export interface RedemptionsAllowed {
  /** Contacts who may redeem it and asked to. */
  readonly askers: readonly string[];
  /** The maximum; undefined: none. */
  readonly limit: number | undefined;
  /** How many of them succeed. */
  readonly redeemed: number;
}

export function redemptionsAllowed({ plan, redemptions }: AskedInvitation): RedemptionsAllowed {
  const right = redemptions.filter(({ kind }) => kind === 'right').map(({ contact }) => contact);
  const askers = [...new Set(right)];
  const limit = plan.isGroup ? plan.maximum : 1;
  return { askers, limit, redeemed: Math.min(askers.length, limit ?? Infinity) };
}
