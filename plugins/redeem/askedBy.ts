import { lookupHash } from '../invitation/code.js';
import { asGuid, nilGuid } from '../invitation/guid.js';
import { identityKey } from '../invitation/ids.js';
import type { Asked } from './locks/subject.js';
import type { Who } from './redemption.js';

/** Somebody comes with a code; nobody has signed in when neither a contact nor a visitor is named. */
export interface Attempt extends Partial<Pick<Who, 'contactId' | 'visitor'>> {
  /** As it came; anything at all. */
  readonly code: string;
  readonly ipAddress?: string | undefined;
}

/** What an attempt is counted by: where it came from, who is signed in, and the code. */
export const askedBy = ({ code, ipAddress, contactId, visitor }: Attempt): Asked => ({
  address: ipAddress,
  person: visitor
    ? identityKey(visitor.issuer, visitor.subject)
    : contactId && (asGuid(contactId) ?? nilGuid),
  code: lookupHash(code),
});
