import { v5 } from 'uuid';

/**
 * Namespace of the ids this product derives (RFC 9562, version 5). Never change it: the same facts must give
 * the same id for ever, because a second attempt at the same mail or redemption is recognised by its id being
 * taken.
 */
const idNamespace = '9a41489b-1840-4874-bdca-2e9cff3100b9';

/** Id of the email that hands over one send generation of an invitation to one contact. */
export function emailId(invitationId: string, contactId: string, generation: number): string {
  return derive('email', invitationId, contactId, String(generation));
}

/** Id of the redemption activity: a contact redeems an invitation once. */
export function redemptionId(invitationId: string, contactId: string): string {
  return derive('redemption', invitationId, contactId);
}

/**
 * Correlation id of one send generation of an invitation: it leads from the command that asked for the send to its mail. Without
 * dashes it is the W3C trace id of that send. The commands in the browser derive the same (webresources/rules/sendCorrelation).
 *
 * @param generation the one that is to be sent: that of the invitation plus one
 */
export function sendCorrelation(invitationId: string, generation: number): string {
  return derive('send', invitationId, String(generation));
}

/** GUIDs are the same in upper and lower case, names in UUID version 5 are not. */
function derive(...parts: readonly string[]): string {
  return v5(parts.join('/').toLowerCase(), idNamespace);
}
