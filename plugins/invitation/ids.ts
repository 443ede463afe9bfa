import { createHash } from 'node:crypto';
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
 * The one name of a person at an identity provider: lower-case hexadecimal SHA-256 of issuer and subject, which are longer than a key
 * may be, and the same in upper and lower case to Dataverse, though not to the provider. No issuer has a line break in it: it is an URL.
 */
export function identityKey(issuer: string, subject: string): string {
  return createHash('sha256').update(`${issuer}\n${subject}`, 'utf8').digest('hex');
}

/** Id of the row that links an identity to a contact: an identity is linked once. */
export function linkId(identity: string): string {
  return derive('identity', identity);
}

/** Id of the link that the code of an invitation makes: by codes a contact is linked once, whoever comes. */
export function linkIdByCode(contactId: string): string {
  return derive('identity of contact', contactId);
}

/** Id of the contact that is created for an identity: one person becomes one contact, also when they come twice at once. */
export function newContactId(identity: string): string {
  return derive('contact', identity);
}

/** Id of the redemption request that keeps the answer to an idempotency key. Keys of different clients, and in other case, are others. */
export function keptRequestId(client: string, key: string): string {
  return derive(
    'request',
    createHash('sha256')
      .update(JSON.stringify([client, key]))
      .digest('hex'),
  );
}

/** Id of the task that asks for a new invitation: once for each time it was sent. */
export function askId(invitationId: string, contactId: string, generation: number): string {
  return derive('ask', invitationId, contactId, String(generation));
}

/** Id of the task that tells the owner what a redemption could not grant. */
export function reportId(what: 'redemption' | 'workflow', invitationId: string, contactId: string): string {
  return what === 'redemption'
    ? derive('report', invitationId, contactId)
    : derive('report', what, invitationId, contactId);
}

/** Id of the row in which a service counts the failed attempts of a subject: each service writes rows of its own. */
export function lockId(service: string, subject: string): string {
  return derive('lock', service, subject);
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
