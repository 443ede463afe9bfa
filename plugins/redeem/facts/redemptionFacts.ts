import type { Read, Row } from '../../dataverse/door.js';
import type { NewContact } from '../recognise/newContact.js';
import type { NewLink, Nobody } from '../recognise/recognition.js';
import type { InvitationToRedeem } from './invitationToRedeem.js';
import type { Redeemer } from './redeemer.js';

/** All a redemption is decided on. What changes after the read is caught by the guards of the changeset. */
export interface RedemptionFacts {
  /** Undefined when no invitation has the code. */
  readonly invitation: InvitationToRedeem | undefined;
  /** The contact who asks; undefined when there is none. */
  readonly redeemer: Redeemer | undefined;
  /** What makes the visitor this contact, to be written with the redemption. */
  readonly joins: Joins;
  /** Why the visitor is no contact; undefined when they are one, or a contact asked. */
  readonly nobody?: Nobody;
  /** True for a visitor who is an invited contact by what their provider vouches for. */
  readonly provedInvited: boolean;
  /** What the second request for a visitor asked. */
  readonly asked?: readonly Read[];
}

/** What joins a visitor to a contact. */
export interface Joins {
  /** The contact they become; undefined when it exists. */
  readonly contact?: NewContact;
  readonly link?: NewLink & { readonly issuer: string; readonly subject: string; readonly provider: string };
}

/** Reads in one request, and refuses where that tells that there were too many attempts. */
export type ReadTogether = (reads: readonly Read[]) => Promise<readonly (Row | undefined)[]>;
