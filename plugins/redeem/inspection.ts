import type { InvalidReason } from '../invitation/validity.js';
import type { Granted } from './redemption.js';

/** What the holder of a valid code is shown before redeeming. */
export interface InvitationCard {
  readonly group: boolean;
  /** Full name of the inviter; where there is none, of the owner. */
  readonly invitedBy?: string;
  /** The account it is for. */
  readonly account?: string;
  /** Names of the web roles. */
  readonly webRoles: readonly string[];
  /** Last day, `YYYY-MM-DD`; undefined: no end. */
  readonly expiryDate?: string;
  /** Uses left of a group; undefined: no limit. A single invitation has 1. */
  readonly usesLeft?: number;
  /** Address of the invited contact of a single invitation, masked: `c…s@contoso.example`. */
  readonly invitedAs?: string;
}

/**
 * What a code is, without redeeming it. Changes nothing.
 *  open       it can be redeemed. `visitor`: what signing in has brought; undefined when nobody has signed in
 *  invalid    one answer for unknown, expired, withdrawn and used up, to everybody but the invited contact
 *  closed     to the invited contact who has signed in: why it is not valid any more
 *  redeemed   to a contact who has signed in and has redeemed it
 *  locked     too many attempts
 */
export type Inspection =
  | { readonly kind: 'open'; readonly card: InvitationCard; readonly visitor?: VisitorStanding }
  | { readonly kind: 'invalid' }
  | {
      readonly kind: 'closed';
      readonly why: InvalidReason;
      readonly card: InvitationCard;
      /** True when they have asked for a new one already. */
      readonly asked: boolean;
    }
  | { readonly kind: 'redeemed'; readonly card: InvitationCard; readonly granted?: Granted }
  | { readonly kind: 'locked'; readonly retryAfter: number };

/**
 *  welcome        may redeem; `as`: full name of the contact they count as, undefined when they become a new one
 *  wrongAccount   the invitation is for somebody else
 *  identityTaken  the invited contact belongs to another account (a linked identity)
 *  inactive       their contact is inactive
 */
export type VisitorStanding =
  | { readonly kind: 'welcome'; readonly as?: string }
  | { readonly kind: 'wrongAccount' }
  | { readonly kind: 'identityTaken' }
  | { readonly kind: 'inactive' };
