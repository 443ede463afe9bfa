import { newContactId } from '../../invitation/ids.js';
import type { Row } from '../../dataverse/door.js';
import type { Visitor } from '../visitor.js';
import { strangersText } from '../../invitation/strangersText.js';

/** Longest text of the columns of contact (Dataverse: contact table reference). */
const longest = { firstname: 50, lastname: 50, emailaddress1: 100 } as const;

/** A contact that does not exist yet. */
export interface NewContact {
  readonly contactid: string;
  readonly fullname: string;
  readonly row: Row;
}

/**
 * The contact that a visitor becomes. Its names are what the provider tells; where it tells none, what stands before the @.
 *
 * @param identity key of the visitor's identity
 * @returns undefined without a verified address, or with one that does not fit
 */
export function newContact(visitor: Visitor, identity: string): NewContact | undefined {
  const address = visitor.verifiedEmail?.trim();
  if (!address || address.length > longest.emailaddress1) return undefined;
  const firstname = strangersText(visitor.givenName, longest.firstname);
  const lastname =
    strangersText(visitor.familyName, longest.lastname) ??
    strangersText(firstname === undefined ? visitor.name : undefined, longest.lastname) ??
    (firstname === undefined ? strangersText(address.split('@')[0], longest.lastname) : undefined);
  const contactid = newContactId(identity);
  return {
    contactid,
    fullname: [firstname, lastname].filter(Boolean).join(' '),
    row: { contactid, firstname, lastname, emailaddress1: address },
  };
}
