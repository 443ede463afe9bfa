import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { keptRequestId } from '../../../plugins/invitation/ids.js';
import { redeemOnce, type IdempotencyKey } from '../../../plugins/redeem/once/redeemOnce.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { redemptionRequest as table } from '../../../solution/schema.js';
import { costAtDoor } from '../product/costAtDoor.js';
import { startProduct, type Product } from '../product/product.js';
import { group, invited, person } from './visitors/people.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const keyed = (given: Partial<IdempotencyKey> = {}): IdempotencyKey => ({
  client: 'shop',
  key: randomUUID(),
  hash: 'a'.repeat(64),
  ...given,
});
const kept = ({ client, key }: IdempotencyKey) =>
  product.admin.rows(`${table.set}?$filter=${table.id} eq ${keptRequestId(client, key)}`);

describe('a request with a key', () => {
  it('is kept in the transaction of its redemption, and its repeat gets the same answer for one read', async () => {
    const { code, address, contact } = await invited(product);
    const [visitor, once] = [person(address), keyed()];
    const costOfFirst = costAtDoor(product.context, async (context) => {
      expect(await redeemOnce({ code, visitor }, once, context)).toMatchObject({
        outcome: 'redeemed',
      });
    });
    // The row that keeps it is read, made and completed.
    expect(await costOfFirst).toMatchObject({ requests: 3, operations: 4 + 3 + 4 + 2 });
    const [row] = await kept(once);
    expect(row).toMatchObject({
      inv_name: 'API request of shop',
      inv_requesthash: once.hash,
      inv_outcome: table.outcome.redeemed,
      _inv_contactid_value: contact,
      inv_code: null,
      statecode: table.state.inactive,
      statuscode: table.status.completed,
    });
    expect(await product.run(redeemPlugin)).toEqual([]);

    const costOfRepeat = await costAtDoor(product.context, async (context) => {
      expect(await redeemOnce({ code, visitor }, once, context)).toEqual({
        outcome: 'redeemed',
        reason: '',
        contactId: contact,
        redemptionId: row?._inv_redemptionid_value,
        granted: { keptAccount: false, webRoles: [], workflow: false },
      });
    });
    expect(costOfRepeat).toMatchObject({ requests: 1 });
  });

  it('that was used for another request is refused, whatever became of that', async () => {
    const { code, contact } = await invited(product);
    const once = keyed();
    await redeemOnce({ code, contactId: contact }, once, product.context);
    await expect(
      redeemOnce({ code: 'another', contactId: contact }, { ...once, hash: 'b'.repeat(64) }, product.context),
    ).rejects.toMatchObject({ code: 'INV_IDEMPOTENCY_KEY_REUSED' });
  });

  it('of another client, or in other case, is another key', async () => {
    const contacts = [await product.contact(), await product.contact(), await product.contact()];
    const { code } = await group(product, contacts);
    const key = `Key-${randomUUID()}`;
    const keys = [keyed({ key }), keyed({ key, client: 'Shop' }), keyed({ key: key.toLowerCase() })];
    for (const [index, contactId] of contacts.entries()) {
      const once = keys[index] ?? keyed();
      expect(await redeemOnce({ code, contactId }, once, product.context)).toMatchObject({ contactId });
    }
  });

  it('that is refused is not kept: it may succeed later', async () => {
    const { code, contact } = await invited(product);
    const [other, once] = [await product.contact(), keyed()];
    expect(await redeemOnce({ code, contactId: other }, once, product.context)).toMatchObject({
      outcome: 'notInvited',
    });
    expect(await kept(once)).toEqual([]);
    const hash = 'c'.repeat(64);
    expect(await redeemOnce({ code, contactId: contact }, { ...once, hash }, product.context)).toMatchObject({
      outcome: 'redeemed',
    });
  });

  it('of a contact who has redeemed before is kept too', async () => {
    const { code, contact } = await invited(product);
    await redeem({ code, contactId: contact }, product.context);
    const once = keyed();
    const first = await redeemOnce({ code, contactId: contact }, once, product.context);
    expect(first).toMatchObject({ outcome: 'alreadyRedeemed', contactId: contact });
    expect(await redeemOnce({ code, contactId: contact }, once, product.context)).toEqual(first);
    expect(await kept(once)).toMatchObject([{ inv_outcome: table.outcome.alreadyRedeemed }]);
  });

  it('that comes ten times at once, to two services, is redeemed once and answered the same', async () => {
    const { code, contact, id } = await invited(product);
    const once = keyed();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        redeemOnce(
          { code, contactId: contact },
          once,
          index % 2 === 0 ? product.context : product.secondService(),
        ),
      ),
    );
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], outcome: 'redeemed' });
    expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
    expect(await kept(once)).toHaveLength(1);
  });

  it.each(['dropAfter', 'dropBefore'] as const)(
    'whose answer was lost (%s) is answered as it was kept',
    async (kind) => {
      const { code, contact, id } = await invited(product);
      const once = keyed();
      product.sandbox.faults.add({
        body: `PATCH .*inv_invitations\\(${id}`,
        times: 1,
        failure: { kind },
      });
      const answer = await redeemOnce({ code, contactId: contact }, once, product.context);
      expect(answer).toMatchObject({ outcome: 'redeemed', granted: { keptAccount: false } });
      expect(await redeemOnce({ code, contactId: contact }, once, product.context)).toEqual(answer);
      expect(await kept(once)).toHaveLength(1);
    },
  );
});
