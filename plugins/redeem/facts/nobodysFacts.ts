import { invitationOf, invitationRead } from './invitationToRedeem.js';
import { oneOf } from './odata.js';
import type { ReadTogether, RedemptionFacts } from './redemptionFacts.js';

/**
 * Reads the facts for whoever has not signed in yet, in one request: the invitation, and none of its contacts.
 *
 * @throws InvitationError when Dataverse does not answer, or codes cannot be read
 */
export async function readNobodysFacts(
  codeHash: string,
  read: ReadTogether,
  alsoExpand: readonly string[],
): Promise<RedemptionFacts> {
  const [row] = await read([invitationRead(codeHash, oneOf('contactid', []), alsoExpand)]);
  const nobody = { kind: 'nobody', refusal: 'wrongAccount', because: 'stranger' } as const;
  return { invitation: invitationOf(row), redeemer: undefined, joins: {}, nobody, provedInvited: false };
}
