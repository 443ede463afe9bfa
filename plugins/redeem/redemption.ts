import type { Write } from '../dataverse/door.js';

/**
 * Somebody asks to redeem a code. Who they are has been proved before: the contact is trusted, the code is
 * not.
 */
export interface RedemptionRequest {
  /** As it came; anything at all. */
  readonly code: string;
  readonly contactId: string;
  readonly ipAddress?: string;
  /** How the contact proved who they are. */
  readonly identityProvider?: string;
}

/**
 * The answer to a redemption request, the same at every door.
 *  redeemed         the invitation was redeemed by this request
 *  alreadyRedeemed  this contact has redeemed it before: a success too, but nothing happened again
 *  invalidCode      no such invitation, or it is inactive, expired or used up: which of these is nobody's business outside
 *  notInvited       the invitation is for somebody else and still theirs
 *  contactInactive  the redeeming contact is inactive or does not exist
 *  tooManyAttempts  too many attempts have failed from this address or with this code; nothing was looked up
 *  failed           Dataverse refuses what the redemption would grant
 */
export type RedemptionOutcome =
  | 'redeemed'
  | 'alreadyRedeemed'
  | 'invalidCode'
  | 'notInvited'
  | 'contactInactive'
  | 'tooManyAttempts'
  | 'failed';

/** What became of a redemption request. */
export interface Redemption {
  readonly outcome: RedemptionOutcome;
  /** What to tell the person, or the admin when it failed; empty after a success. */
  readonly reason: string;
  /** Id of the redemption activity; only after a success. */
  readonly redemptionId?: string;
  /** Seconds after which to try again; only after too many attempts. */
  readonly retryAfter?: number;
}

/** True when the contact has what the invitation grants. */
export const succeeded = ({ outcome }: Redemption): boolean =>
  outcome === 'redeemed' || outcome === 'alreadyRedeemed';

const refusals: ReadonlySet<RedemptionOutcome> = new Set(['invalidCode', 'notInvited', 'contactInactive']);

/** True when the answer is no, and asking again changes nothing: what a guess gets. */
export const refused = ({ outcome }: Redemption): boolean => refusals.has(outcome);

/**
 * Writes that go into the transaction of a redemption that succeeds, so that they cannot differ from what it
 * grants.
 */
export type Alongside = (redemption: Redemption) => readonly Write[];
