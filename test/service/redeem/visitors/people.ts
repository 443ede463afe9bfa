import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../../plugins/code/plugin.js';
import type { Visitor } from '../../../../plugins/redeem/visitor.js';
import { invitation, linkedIdentity } from '../../../../solution/schema.js';
import type { Row } from '../../../../plugins/dataverse/door.js';
import type { Product } from '../../product/product.js';

export const issuer = 'https://login.contoso.example';

/** Somebody nobody knows yet, with an address that is verified. */
export const person = (verifiedEmail?: string, given: Partial<Visitor> = {}): Visitor => ({
  issuer,
  subject: randomUUID(),
  provider: 'Contoso',
  ...(verifiedEmail === undefined ? {} : { verifiedEmail }),
  ...given,
});

/** An address nobody else has. */
export const someAddress = (): string => `${randomUUID()}@contoso.example`;

/** A contact with an address, that address, and a single invitation of theirs. */
export async function invited(product: Product, row: Row = {}) {
  const address = someAddress();
  const contact = await product.contact({ firstname: 'Ann', lastname: 'Example', emailaddress1: address });
  return { address, contact, ...(await coded(product, { ...boundTo(contact), ...row })) };
}

/** A group with a code. */
export const group = (product: Product, contacts: readonly string[] = [], row: Row = {}) =>
  coded(product, { inv_type: invitation.type.group, ...row }, contacts);

const boundTo = (contact: string): Row => ({
  inv_type: invitation.type.single,
  'inv_contactid@odata.bind': `/contacts(${contact})`,
});

/** An invitation whose code the service knows. */
export async function coded(product: Product, row: Row, contacts: readonly string[] = []) {
  const code = randomUUID();
  const id = await product.invitation({ inv_code: code, ...row }, contacts);
  await product.run(codePlugin);
  return { id, code };
}

/** The linked identities of a contact. */
export const linksOf = (product: Product, contact: string): Promise<readonly Row[]> =>
  product.admin.rows(`${linkedIdentity.set}?$filter=_inv_contactid_value eq ${contact}`);
