import type { Dataverse, Row } from '../testbed/dataverse.js';
import type { PlannedInvitation } from './plan.js';

/** Where the contacts of a soak have their addresses; a log that holds this holds an address. */
export const mailDomain = 'soak.example';

export const addressOf = (contact: string): string => `${contact}@${mailDomain}`;

/** Contacts created in one request. */
const together = 200;

/** Creates the contacts of a wave. */
export async function createContacts(
  plans: readonly PlannedInvitation[],
  dataverse: Dataverse,
): Promise<void> {
  const contacts = plans.flatMap((plan) =>
    plan.contacts.map((id) => ({ id, poison: plan.poison?.contact ?? {} })),
  );
  for (let at = 0; at < contacts.length; at += together) {
    const Targets = contacts.slice(at, at + together).map(({ id, poison }) => contactRow(id, poison));
    await dataverse.create('contacts/Microsoft.Dynamics.CRM.CreateMultiple', { Targets });
  }
  // A row is created active, whatever state it is to have.
  for (const { id, poison } of contacts) {
    if ('statecode' in poison) await dataverse.update(`contacts(${id})`, poison);
  }
}

function contactRow(contactid: string, poison: Row): Row {
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.contact',
    contactid,
    firstname: 'Soak',
    lastname: contactid.slice(0, 8),
    emailaddress1: addressOf(contactid),
    ...('statecode' in poison ? {} : poison),
  };
}
