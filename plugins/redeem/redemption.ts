import type { Write } from '../dataverse/door.js';
import type { ErrorCode } from '../errors/catalogue.js';
import type { InvalidReason } from '../invitation/validity.js';
import type { Visitor } from './visitor.js';

/**
 * Who redeems: a contact, whom the door has proved, or a visitor, of whom is known what their identity provider vouches for; then the
 * redemption finds out who they are.
 */
export type Who =
  | { readonly contactId: string; readonly visitor?: undefined }
  | { readonly visitor: Visitor; readonly contactId?: undefined };

/** Somebody comes with a code. Nobody has signed in when neither a contact nor a visitor is named. */
export interface Attempt extends Partial<Pick<Who, 'contactId' | 'visitor'>> {
  /** As it came; anything at all. */
  readonly code: string;
  readonly ipAddress?: string | undefined;
}

/** Somebody asks to redeem a code. Who they are is trusted, the code is not. */
export type RedemptionRequest = Who & {
  /** As it came; anything at all. */
  readonly code: string;
  readonly ipAddress?: string;
  /** How the contact proved who they are. */
  readonly identityProvider?: string;
};

/** What a redemption gave, in words for people; also written on its activity. */
export interface Granted {
  /** Name of the account of the invitation, when the contact belongs to it now. */
  readonly account?: string;
  /** True when the contact belongs to another account and stays there. */
  readonly keptAccount: boolean;
  /** Names of the web roles of the invitation: all of them, also those the contact had before. */
  readonly webRoles: readonly string[];
  /** True when a workflow is started. */
  readonly workflow: boolean;
}

/**
 * The answer to a redemption request, the same at every door.
 *  redeemed         the invitation was redeemed by this request
 *  alreadyRedeemed  this contact has redeemed it before: a success too, but nothing happened again
 *  invalidCode      no such invitation, or it is inactive, expired or used up: which of these is nobody's business outside
 *  notInvited       the invitation is for somebody else and still theirs; also a visitor nobody knows
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
  /** Which refusal or failure it is; only after one. A contact who belongs to another account is `notInvited` with INV_IDENTITY_TAKEN. */
  readonly errorCode?: ErrorCode;
  /** Id of the redemption activity; only after a success. */
  readonly redemptionId?: string;
  /** Who redeemed; only after a success. */
  readonly contactId?: string;
  /** Only with `redeemed`. */
  readonly granted?: Granted;
  /** Only for the invited contact, and only when they signed in: why the code is not valid any more. */
  readonly why?: InvalidReason;
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
