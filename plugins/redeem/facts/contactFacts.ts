import { asGuid, nilGuid } from '../../invitation/guid.js';
import { invitationOf, invitationRead } from './invitationToRedeem.js';
import { redeemerRead, type Redeemer } from './redeemer.js';
import type { ReadTogether, RedemptionFacts } from './redemptionFacts.js';

/**
 * Reads the facts for a contact, whom the door has proved, in one request.
 *
 * @param contactId what is no id is looked up as that of no row, and never gets into a query
 * @throws InvitationError when Dataverse does not answer, or codes cannot be read
 */
export async function readContactFacts(
  codeHash: string,
  contactId: string,
  read: ReadTogether,
): Promise<RedemptionFacts> {
  const id = asGuid(contactId) ?? nilGuid;
  const [invitation, redeemer] = await read([
    invitationRead(codeHash, `contactid eq ${id}`),
    { ...redeemerRead, key: id },
  ]);
  return {
    invitation: invitationOf(invitation),
    redeemer: redeemer as Redeemer | undefined,
    joins: {},
    provedInvited: false,
  };
}
