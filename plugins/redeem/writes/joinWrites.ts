import { linkedIdentity as table } from '../../../solution/schema.js';
import type { Write } from '../../dataverse/door.js';
import type { Grant } from '../decide.js';
import { strangersText } from '../../invitation/strangersText.js';

/**
 * What joins the visitor to the contact who redeems.
 *
 * The guards, and the race each closes:
 * - the new contact's id, made of the identity: one visitor twice at once, at two invitations or two services, becomes one contact.
 * - the link's id, made of the identity, and its alternate key: one identity is linked once.
 * - the link's id made of the contact, where a code is the proof: two visitors who hold codes of one contact at once; one gets
 *   through, the other reads again and finds the contact taken.
 *
 * Two identities with one address, for both of which their provider vouches, can be linked to the contact when they come to two
 * invitations at the same moment; at one invitation its version decides.
 */
export function joinWrites({
  joins: { contact, link },
  redeemer,
}: Pick<Grant, 'joins' | 'redeemer'>): readonly Write[] {
  return [
    ...(contact ? [{ kind: 'create', set: 'contacts', row: contact.row } as const] : []),
    ...(link ? [createLink(link, redeemer)] : []),
  ];
}

function createLink(
  { id, identity, proof, issuer, subject, provider }: NonNullable<Grant['joins']['link']>,
  redeemer: Grant['redeemer'],
): Write {
  const { lengths, lookups } = table;
  const name = `${redeemer.fullname ?? 'Contact'} at ${provider}`;
  return {
    kind: 'create',
    set: table.set,
    row: {
      [table.id]: id,
      inv_name: strangersText(name, lengths.inv_name),
      inv_issuer: issuer,
      inv_subject: subject,
      inv_identitykey: identity,
      inv_provider: strangersText(provider, lengths.inv_provider),
      inv_proof: proof,
      [`${lookups.contact}@odata.bind`]: `/contacts(${redeemer.contactid})`,
    },
  };
}
