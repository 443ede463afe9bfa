import { lookupHash } from '../invitation/code.js';
import { asGuid, nilGuid } from '../invitation/guid.js';
import { identityKey } from '../invitation/ids.js';
import type { Asked } from './locks/subject.js';
import type { Attempt } from './redemption.js';

/** What an attempt is counted by: where it came from, who is signed in, and the code. */
export const askedBy = ({ code, ipAddress, contactId, visitor }: Attempt): Asked => ({
  address: ipAddress,
  person: visitor
    ? identityKey(visitor.issuer, visitor.subject)
    : contactId && (asGuid(contactId) ?? nilGuid),
  code: lookupHash(code),
});
