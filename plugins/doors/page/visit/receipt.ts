import type { Granted } from '../../../redeem/redemption.js';
import { clip } from '../view/clip.js';

/** What a redemption granted, for the page after it: small enough for a cookie. */
export interface Receipt {
  /** True when it had been redeemed before. */
  readonly before: boolean;
  readonly account?: string;
  readonly keptAccount: boolean;
  readonly webRoles: readonly string[];
  /** Number of web roles that are left out. */
  readonly moreRoles: number;
  readonly workflow: boolean;
  readonly returnUrl?: string;
}

/** Bytes of names of web roles that are kept: a cookie holds 4,096, a third of which is lost to sealing. */
const room = 1200;

/**
 * What a redemption granted, cut to what a cookie holds.
 *
 * @param granted undefined: not known any more
 * @param before true when it had been redeemed before
 */
export function receiptOf(granted: Granted | undefined, before: boolean, returnUrl?: string): Receipt {
  const names = (granted?.webRoles ?? []).map(clip);
  const sizes = names.map((name) => Buffer.byteLength(name));
  const webRoles = names.filter(
    (_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0) <= room,
  );
  return {
    before,
    ...(granted?.account !== undefined && { account: clip(granted.account) }),
    keptAccount: granted?.keptAccount ?? false,
    webRoles,
    moreRoles: names.length - webRoles.length,
    workflow: granted?.workflow ?? false,
    ...(returnUrl !== undefined && { returnUrl }),
  };
}
