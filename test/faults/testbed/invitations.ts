import { randomUUID } from 'node:crypto';
import type { Row } from '../../../plugins/dataverse/door.js';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { invitation } from '../../../solution/schema.js';
import type { Product } from '../../service/product/product.js';
import type { Addressee } from './ledger.js';

const { set, status, type } = invitation;
const addressOf = (contact: string): string => `${contact}@contoso.example`;

/** So many contacts with an address of their own. */
export function guests(product: Product, count: number): Promise<readonly string[]> {
  return product.crowd(count, (contact) => ({ emailaddress1: addressOf(contact) }));
}

/** So many single invitations that ask to be sent, each to a contact of its own, in one request. */
export async function sendRequests(
  product: Product,
  count: number,
  row: (index: number) => Row = () => ({}),
): Promise<readonly Addressee[]> {
  const contacts = await guests(product, count);
  const addressees = contacts.map((contact) => ({
    invitation: randomUUID(),
    contact,
    address: addressOf(contact),
    mails: 1,
  }));
  const Targets = addressees.map(({ invitation: id, contact }, index) => ({
    '@odata.type': `Microsoft.Dynamics.CRM.${invitation.name}`,
    inv_invitationid: id,
    inv_name: 'Partner portal',
    inv_type: type.single,
    'inv_contactid@odata.bind': `/contacts(${contact})`,
    statuscode: status.sendRequested,
    ...row(index),
  }));
  await product.manager.create(`${set}/Microsoft.Dynamics.CRM.CreateMultiple`, { Targets });
  return addressees;
}

/** A group with a code that asks to be sent to so many. */
export async function groupRequest(
  product: Product,
  size: number,
  row: Row = {},
): Promise<readonly Addressee[]> {
  const contacts = await guests(product, size);
  const code = randomUUID();
  const id = await product.invitation({ inv_type: type.group, inv_code: code, ...row }, contacts);
  await product.run(codePlugin);
  await product.manager.update(`${set}(${id})`, { statuscode: status.sendRequested });
  return contacts.map((contact) => ({ invitation: id, contact, address: addressOf(contact), mails: 1 }));
}

/** What the invitations say, by status reason: how many. */
export function statesOf(
  product: Product,
  addressees: readonly Addressee[],
): Readonly<Record<string, number>> {
  const names = Object.fromEntries(Object.entries(status).map(([name, value]) => [value, name]));
  const counts: Record<string, number> = {};
  for (const id of new Set(addressees.map((addressee) => addressee.invitation))) {
    const row = product.sandbox.organization.store.one(
      'SELECT statuscode FROM inv_invitation WHERE inv_invitationid = ?',
      [id],
    );
    const name = names[Number(row?.['statuscode'])] ?? 'gone';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
