import type { Visitor } from '../../../plugins/redeem/visitor.js';

/** A system that redeems codes, seen from outside: ours, or the model of the native one. */
export interface System {
  /** Somebody with an account that belongs to a contact already. @returns what they are told */
  asContact(code: string, contactId: string): Promise<string>;
  /** Somebody who has just signed in at an identity provider. @returns what they are told */
  asVisitor(code: string, visitor: Visitor, ipAddress?: string): Promise<string>;
}
