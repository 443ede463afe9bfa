import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { PluginContext } from '../../../../plugins/contract/plugin.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import type { Redemption } from '../../../../plugins/redeem/redemption.js';
import { invitation } from '../../../../solution/schema.js';
import { startProduct, type Product } from '../../product/product.js';
import { sampleSettings } from '../../product/settings.js';
import { group, invited, linksOf, person, someAddress } from './people.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
beforeEach(() => product.set(sampleSettings));
afterAll(() => product.close());

const tally = (redemptions: readonly Redemption[]) => {
  const counts: Record<string, number> = {};
  for (const { outcome, errorCode } of redemptions) {
    const word = errorCode ?? outcome;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
};
const activities = (id: string) =>
  product.admin.rows(`inv_inviteredemptions?$select=activityid&$filter=_regardingobjectid_value eq ${id}`);
/** Both services take their turns. */
const service = (index: number): PluginContext =>
  index % 2 === 0 ? product.context : product.secondService();

it('of 50 visitors with the code of a single invitation one becomes its contact', async () => {
  product.set({ linkingPolicy: 'code' });
  const { id, code, contact } = await invited(product);
  const redemptions = await Promise.all(
    Array.from({ length: 50 }, (_, index) => redeem({ code, visitor: person() }, service(index))),
  );
  // The others come too late, and are nobody by then.
  expect(tally(redemptions)).toEqual({ redeemed: 1, INV_CODE_INVALID: 49 });
  expect(await activities(id)).toHaveLength(1);
  expect(await linksOf(product, contact)).toHaveLength(1);
}, 20_000);

it('a group of ten takes exactly ten of 200 strangers, and makes no more contacts than that', async () => {
  product.set({ redeemerPolicy: 'anyone' });
  const { id, code } = await group(product, [], { inv_maximumredemptions: 10 });
  const domain = someAddress().replace('@', '.');
  const redemptions = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      redeem({ code, visitor: person(`guest${index}@${domain}`) }, product.context),
    ),
  );
  expect(tally(redemptions)).toEqual({ redeemed: 10, INV_CODE_INVALID: 190 });
  expect(await activities(id)).toHaveLength(10);
  expect(await product.read(id)).toMatchObject({
    inv_redemptions: 10,
    statuscode: invitation.status.redeemed,
  });
  expect(await product.admin.rows(`contacts?$filter=endswith(emailaddress1,'${domain}')`)).toHaveLength(10);
}, 30_000);

it('one visitor who comes 20 times at once, at two services, redeems once and becomes one contact', async () => {
  product.set({ redeemerPolicy: 'anyone' });
  const { id, code } = await group(product);
  const visitor = person(someAddress());
  const redemptions = await Promise.all(
    Array.from({ length: 20 }, (_, index) => redeem({ code, visitor }, service(index))),
  );
  expect(tally(redemptions)).toEqual({ redeemed: 1, alreadyRedeemed: 19 });
  expect(new Set(redemptions.map(({ contactId }) => contactId)).size).toBe(1);
  expect(await activities(id)).toHaveLength(1);
  expect(await linksOf(product, redemptions[0]?.contactId ?? '')).toHaveLength(1);
});

it('one visitor at two groups at once, at two services, becomes one contact', async () => {
  product.set({ redeemerPolicy: 'anyone' });
  const groups = [await group(product), await group(product)];
  const visitor = person(someAddress());
  const redemptions = await Promise.all(
    groups.map(({ code }, index) => redeem({ code, visitor }, service(index))),
  );
  expect(tally(redemptions)).toEqual({ redeemed: 2 });
  expect(new Set(redemptions.map(({ contactId }) => contactId)).size).toBe(1);
});

/** The first context to write finds that something has happened since it read. */
function meanwhile(act: () => Promise<unknown>): PluginContext {
  let acted = false;
  const { dataverse } = product.context;
  return {
    ...product.context,
    dataverse: {
      ...dataverse,
      write: async (writes) => {
        if (!acted) {
          acted = true;
          await act();
        }
        return dataverse.write(writes);
      },
    },
  };
}

it('of two visitors with two codes of one contact one is linked, though both have read before either writes', async () => {
  product.set({ linkingPolicy: 'code' });
  const { code, contact } = await invited(product);
  const other = `other-${code}`;
  const second = await product.single(contact, { inv_code: other });
  const [ann, eve] = [person(), person()];
  const context = meanwhile(async () => {
    expect(await redeem({ code: other, visitor: eve }, product.secondService())).toMatchObject({
      outcome: 'redeemed',
    });
  });
  expect(await redeem({ code, visitor: ann }, context)).toMatchObject({
    outcome: 'notInvited',
    errorCode: 'INV_IDENTITY_TAKEN',
  });
  expect(await linksOf(product, contact)).toMatchObject([{ inv_subject: eve.subject }]);
  expect(await product.read(second)).toMatchObject({ inv_redemptions: 1 });
});

it('of two visitors with the address of one contact in a group one is linked, the same way', async () => {
  const address = someAddress();
  const contact = await product.contact({ emailaddress1: address });
  const { code, id } = await group(product, [contact]);
  const [ann, eve] = [person(address), person(address)];
  const context = meanwhile(() => redeem({ code, visitor: eve }, product.secondService()));
  expect(await redeem({ code, visitor: ann }, context)).toMatchObject({ errorCode: 'INV_IDENTITY_TAKEN' });
  expect(await linksOf(product, contact)).toMatchObject([{ inv_subject: eve.subject }]);
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
});

it('a redemption between the two reads of another is counted', async () => {
  const [address, other] = [someAddress(), await product.contact()];
  const { code, id } = await group(product, [await product.contact({ emailaddress1: address }), other]);
  const { dataverse } = product.context;
  let reads = 0;
  const context: PluginContext = {
    ...product.context,
    dataverse: {
      ...dataverse,
      readTogether: async (asked) => {
        reads += 1;
        if (reads === 2) await redeem({ code, contactId: other }, product.secondService());
        return dataverse.readTogether(asked);
      },
    },
  };
  expect(await redeem({ code, visitor: person(address) }, context)).toMatchObject({ outcome: 'redeemed' });
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 2 });
});

it.each([
  ['after it was committed', { kind: 'dropAfter' }],
  ['before it was executed', { kind: 'dropBefore' }],
] as const)(
  'a new contact whose redemption got no answer, %s, has redeemed once and is told so',
  async (_, failure) => {
    product.set({ redeemerPolicy: 'anyone' });
    const { code, id } = await group(product);
    const visitor = person(someAddress());
    product.sandbox.faults.add({ body: `PATCH .*inv_invitations\\(${id}`, times: 1, failure });
    expect(await redeem({ code, visitor }, product.context)).toMatchObject({
      outcome: 'redeemed',
      granted: { keptAccount: false },
    });
    expect(product.sandbox.faults.states().at(-1)?.applied).toBe(1);
    expect(await activities(id)).toHaveLength(1);
  },
);

it.each([
  ['in one request', 2 + 1, async () => undefined],
  [
    'in two where a contact with their address was made meanwhile, and is that contact',
    2 + 2,
    (address: string) => product.contact({ emailaddress1: address }),
  ],
] as const)('a visitor who loses a round reads again %s', async (_, looks, change) => {
  product.set({ redeemerPolicy: 'anyone' });
  const { code } = await group(product);
  const address = someAddress();
  let contact: string | undefined;
  const context = meanwhile(async () => {
    contact = await change(address);
    await redeem({ code, visitor: person(someAddress()) }, product.secondService());
  });
  let requests = 0;
  const counted: PluginContext = {
    ...context,
    dataverse: {
      ...context.dataverse,
      readTogether: (reads) => {
        requests += 1;
        return context.dataverse.readTogether(reads);
      },
    },
  };
  const redemption = await redeem({ code, visitor: person(address) }, counted);
  expect(redemption).toMatchObject({ outcome: 'redeemed', ...(contact && { contactId: contact }) });
  expect(requests).toBe(looks);
});
