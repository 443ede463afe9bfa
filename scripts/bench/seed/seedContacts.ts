import { randomUUID } from 'node:crypto';
import type { WebApi } from '../../system/webApi.js';
import { createMultiple } from './createMultiple.js';

/** Contacts with an address each. @returns their ids */
export async function seedContacts(admin: WebApi, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await createMultiple(admin, 'contacts', 'contact', ids, (contactid) => ({
    contactid,
    firstname: 'Guest',
    lastname: contactid.slice(0, 8),
    emailaddress1: `${contactid}@guests.example`,
  }));
  return ids;
}
