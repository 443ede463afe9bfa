import type { Visitor } from '../visitor.js';
import type { NewContact } from './newContact.js';

/** A contact who may be the visitor. */
export interface Candidate {
  readonly contactid: string;
  readonly emailaddress1: string | null;
  readonly statecode: number;
}

/** An identity as it is linked to a contact. */
export interface Link {
  readonly id: string;
  readonly contactId: string | undefined;
  readonly issuer: string;
  /** Its identity key. */
  readonly identity: string;
  readonly active: boolean;
}

/** All that decides who a visitor is. */
export interface RecognitionFacts {
  readonly visitor: Visitor;
  /** Key of the visitor's identity. */
  readonly identity: string;
  readonly group: boolean;
  /**
   * Contacts who may be the visitor, as far as they exist: the invited one of a single invitation, those with the address as Dataverse
   * finds them, the one the identity is linked to, the one that was created for it before.
   */
  readonly candidates: readonly Candidate[];
  /** Which of them are invited. */
  readonly invited: ReadonlySet<string>;
  /** Which of them have redeemed the invitation. */
  readonly redeemed: ReadonlySet<string>;
  /** The link of the visitor's identity. */
  readonly link: Link | undefined;
  /** The links of the candidates, whosever they are. */
  readonly links: readonly Link[];
  /** True when there are more contacts with the address than were read. */
  readonly more: boolean;
}

/** A link that is to be written. */
export interface NewLink {
  readonly id: string;
  readonly identity: string;
  /** Choice inv_identityproof. */
  readonly proof: number;
}

/**
 * Who a visitor is.
 *  contact  `proved`: by what their provider vouches for, or by a link that stands; not by a code they hold
 *  new      nobody yet; they become this contact
 *  nobody   `because` is for the log
 */
export type Recognition =
  | {
      readonly kind: 'contact';
      readonly contactId: string;
      readonly proved: boolean;
      readonly link: NewLink | undefined;
    }
  | { readonly kind: 'new'; readonly contact: NewContact; readonly link: NewLink }
  | Nobody;

/** A visitor who is no contact to the invitation. */
export interface Nobody {
  readonly kind: 'nobody';
  readonly refusal: 'wrongAccount' | 'identityTaken';
  readonly because: 'barred' | 'stranger' | 'severalContacts' | 'linkedToAnother';
}
