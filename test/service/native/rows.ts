import type { Row } from '../../../plugins/dataverse/door.js';
import { inviteRedemption, linkedIdentity } from '../../../solution/schema.js';
import type { Product } from '../product/product.js';
import { linksOf } from '../redeem/visitors/people.js';

/** The redemption activities of an invitation. */
export const activitiesOf = ({ admin }: Product, invitation: string): Promise<readonly Row[]> =>
  admin.rows(`${inviteRedemption.set}?$filter=_regardingobjectid_value eq ${invitation}`);

/** How many contacts have an address, inactive ones too. */
export const contactsWith = async ({ admin }: Product, address: string): Promise<number> =>
  (await admin.rows(`contacts?$select=contactid&$filter=emailaddress1 eq '${address}'`)).length;

/** Who may sign in as a contact: the subjects of its linked identities. */
export const subjectsOf = async (product: Product, contact: string): Promise<readonly unknown[]> =>
  (await linksOf(product, contact)).map(({ inv_subject: subject }) => subject);

/** The name of how it was proved that an identity is a contact's. */
export const proofsOf = async (product: Product, contact: string): Promise<readonly string[]> => {
  const names = Object.entries(linkedIdentity.proof);
  const proofs = (await linksOf(product, contact)).map(({ inv_proof: proof }) => proof);
  return proofs.map((proof) => names.find(([, value]) => value === proof)?.[0] ?? 'none');
};
