import { randomUUID } from 'node:crypto';
import { identityKey } from '../../../plugins/invitation/ids.js';
import { subjectOf } from '../../../sandbox/identity/person.js';
import type { SystemWithDoors } from '../../../scripts/system/startWithDoors.js';
import type { Row } from '../../../scripts/system/webApi.js';
import { linkedIdentity } from '../../../solution/schema.js';

/** A contact, who can sign in at the sandbox's identity provider. */
export interface Person {
  readonly id: string;
  /** First and last name. */
  readonly name: string;
  readonly address: string;
}

/** Makes a contact. @param row columns that differ from the usual */
export async function createPerson({ admin }: SystemWithDoors, row: Row = {}): Promise<Person> {
  const id = randomUUID();
  const contact = {
    firstname: 'Ines',
    lastname: 'Moreau',
    emailaddress1: `ines.moreau.${id.slice(0, 8)}@guests.example`,
    ...row,
  };
  await admin.create('contacts', { contactid: id, ...contact });
  return { id, name: `${contact.firstname} ${contact.lastname}`, address: contact.emailaddress1 };
}

/** Links the account of a contact to somebody who signs in: to themselves, or to somebody else. */
export async function linkIdentity(
  { admin, identity }: SystemWithDoors,
  contact: Person,
  whose: Pick<Person, 'id'> = contact,
): Promise<void> {
  const subject = subjectOf(whose);
  await admin.create(linkedIdentity.set, {
    inv_name: contact.name,
    inv_issuer: identity,
    inv_subject: subject,
    inv_identitykey: identityKey(identity, subject),
    inv_provider: 'Sandbox',
    inv_proof: linkedIdentity.proof.administrator,
    [`${linkedIdentity.lookups.contact}@odata.bind`]: `/contacts(${contact.id})`,
  });
}
