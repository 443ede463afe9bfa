import { randomUUID } from 'node:crypto';
import { generateCode, hashCode } from '../../../plugins/invitation/code.js';
import { invitation } from '../../../solution/schema.js';
import type { Row, WebApi } from '../../system/webApi.js';
import { createMultiple } from './createMultiple.js';
import { seedContacts } from './seedContacts.js';

/** A single invitation, and all that its contact would need to redeem it. */
export interface SeededInvitation {
  readonly id: string;
  readonly contact: string;
  readonly code: string;
}

/**
 * Single invitations with a contact each and the code that the service gives soon after the creation, so that a benchmark measures sending
 * or redeeming and nothing before it.
 *
 * @param name of each, to count them by
 * @param row more columns: the status reason
 */
export async function seedInvitations(
  admin: WebApi,
  count: number,
  name: string,
  row: Row,
): Promise<readonly SeededInvitation[]> {
  const contacts = await seedContacts(admin, count);
  const seeded = contacts.map((contact) => ({ id: randomUUID(), contact, code: generateCode() }));
  await createMultiple(admin, invitation.set, invitation.name, seeded, ({ id, contact, code }) => ({
    inv_invitationid: id,
    inv_name: name,
    inv_type: invitation.type.single,
    inv_code: code,
    inv_codehash: hashCode(code),
    'inv_contactid@odata.bind': `/contacts(${contact})`,
    ...row,
  }));
  return seeded;
}
