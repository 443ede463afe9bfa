import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { askForNew } from '../../../plugins/redeem/askForNew.js';
import { inspect } from '../../../plugins/redeem/inspect.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { redeemOnce } from '../../../plugins/redeem/once/redeemOnce.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import type { Row } from '../../../plugins/dataverse/door.js';
import { costAtDoor } from '../product/costAtDoor.js';
import { startProduct, type Product } from '../product/product.js';
import { sampleSettings } from '../product/settings.js';
import { group, invited, person, someAddress } from '../redeem/visitors/people.js';

let product: Product;
let rolesAndAccount: Row;
beforeAll(async () => {
  product = await startProduct();
  const [accountid, ...roles] = [randomUUID(), randomUUID(), randomUUID()];
  await product.admin.create('accounts', { accountid, name: 'Fabrikam' });
  for (const id of roles)
    await product.admin.create('inv_webroles', { inv_webroleid: id, inv_name: 'Role', inv_key: id });
  rolesAndAccount = {
    'inv_accountid@odata.bind': `/accounts(${accountid})`,
    'inv_invitation_webroles@odata.bind': roles.map((id) => `/inv_webroles(${id})`),
  };
});
beforeEach(() => product.set(sampleSettings));
afterAll(() => product.close());

/** The invitation, the contact, and what other services have counted. */
const factsOfContact = 3;
/** The invitation, the link and what others have counted; then its members, the contacts and their links. */
const factsOfVisitor = 3 + 3;
/** Count, activity, its completion. */
const least = 3;

type Work = (context: PluginContext) => Promise<unknown>;
const kinds: readonly (readonly [string, () => Promise<Work>, number, number])[] = [
  [
    'a contact, a single invitation',
    async () => {
      const { code, contact: contactId } = await invited(product);
      return (context) => redeem({ code, contactId }, context);
    },
    2,
    factsOfContact + least,
  ],
  [
    'a contact, with an account and two web roles',
    async () => {
      const { code, contact: contactId } = await invited(product, rolesAndAccount);
      return (context) => redeem({ code, contactId }, context);
    },
    2,
    factsOfContact + least + 1 + 2,
  ],
  [
    'a contact of a group',
    async () => {
      const contactId = await product.contact();
      const { code } = await group(product, [contactId]);
      return (context) => redeem({ code, contactId }, context);
    },
    2,
    factsOfContact + least + 1,
  ],
  [
    'a contact again',
    async () => {
      const { code, contact: contactId } = await invited(product);
      await redeem({ code, contactId }, product.context);
      return (context) => redeem({ code, contactId }, context);
    },
    1,
    factsOfContact,
  ],
  [
    'a visitor who is linked',
    async () => {
      const { code, contact, address } = await invited(product);
      const [visitor, before] = [person(address), await group(product, [contact])];
      await redeem({ code: before.code, visitor }, product.context);
      return (context) => redeem({ code, visitor }, context);
    },
    3,
    factsOfVisitor + least,
  ],
  [
    'a visitor who is linked now',
    async () => {
      const { code, address } = await invited(product);
      return (context) => redeem({ code, visitor: person(address) }, context);
    },
    3,
    factsOfVisitor + least + 1,
  ],
  [
    'a visitor who becomes a contact',
    async () => {
      const { code } = await group(product);
      product.set({ redeemerPolicy: 'anyone' });
      return (context) => redeem({ code, visitor: person(someAddress()) }, context);
    },
    3,
    // Contacts with the address are looked for too.
    factsOfVisitor + 1 + least + 1 + 2,
  ],
  [
    'a contact, with an idempotency key',
    async () => {
      const { code, contact: contactId } = await invited(product);
      const once = { client: 'shop', key: randomUUID(), hash: 'a'.repeat(64) };
      return (context) => redeemOnce({ code, contactId }, once, context);
    },
    2,
    // Read, created and completed.
    factsOfContact + least + 3,
  ],
  [
    'a visitor of the wrong account',
    async () => {
      const { code } = await invited(product);
      return (context) => redeem({ code, visitor: person(someAddress()) }, context);
    },
    2,
    factsOfVisitor,
  ],
  [
    'a wrong code of a contact',
    async () => (context) => redeem({ code: randomUUID(), contactId: randomUUID() }, context),
    3,
    // Codes that people have just typed are looked for in between.
    factsOfContact * 2 + 1,
  ],
  [
    'a wrong code of a visitor',
    async () => (context) => redeem({ code: randomUUID(), visitor: person(someAddress()) }, context),
    4,
    factsOfVisitor * 2 + 1,
  ],
  [
    'a look before signing in',
    async () => {
      const { code } = await invited(product);
      return (context) => inspect({ code }, context);
    },
    1,
    2,
  ],
  [
    'a look after signing in',
    async () => {
      const { code, address } = await invited(product);
      return (context) => inspect({ code, visitor: person(address) }, context);
    },
    2,
    factsOfVisitor,
  ],
  [
    'asking for a new invitation',
    async () => {
      const { code, address } = await invited(product, { inv_expirydate: '2020-01-01' });
      return (context) => askForNew({ code, visitor: person(address) }, context);
    },
    3,
    factsOfVisitor + 1,
  ],
];

describe('in requests and operations', () => {
  it.each(kinds)('%s costs what it must and no more', async (_, prepare, requests, operations) => {
    expect(await costAtDoor(product.context, await prepare())).toEqual({ requests, operations });
  });
});
