import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { redemptionRequest as table } from '../../../solution/schema.js';
import { startProduct, type Product } from '../product/product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const guesser = '203.0.113.66';

describe('somebody who guesses codes', () => {
  it('is held back after 100 failures, without a look into Dataverse; a guest from elsewhere is not', async () => {
    const contactId = await product.contact();
    const code = randomUUID();
    await product.single(contactId, { inv_code: code });
    await product.run(codePlugin);
    const ask = (given: string, ipAddress: string, asker = contactId) =>
      redeem({ code: given, contactId: asker, ipAddress }, product.context);

    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, guess) => ask(`guess ${guess}`, guesser, randomUUID())),
    );
    expect(new Set(guesses.map(({ outcome }) => outcome))).toEqual(new Set(['invalidCode']));

    // Even the right code, so that the answer tells nothing.
    const looks: unknown[] = [];
    const { dataverse } = product.context;
    const reads = jest.spyOn(dataverse, 'readTogether').mockImplementation((asked) => {
      looks.push(asked);
      throw new Error('nothing is to be looked up');
    });
    try {
      const redemption = await ask(code, guesser);
      expect(redemption.outcome).toBe('tooManyAttempts');
      expect(redemption.retryAfter).toBeGreaterThan(500);
      expect(redemption.reason).toBe(
        `Too many attempts to redeem have failed. Wait ${redemption.retryAfter} s and try again.`,
      );
    } finally {
      reads.mockRestore();
    }
    expect(looks).toEqual([]);
    await expect(ask(code, '203.0.113.7')).resolves.toMatchObject({ outcome: 'redeemed' });
  });

  it('finds that answer on a redemption request too', async () => {
    const id = randomUUID();
    await product.admin.create(table.set, {
      inv_redemptionrequestid: id,
      inv_name: 'at the site',
      inv_code: 'one more guess',
      'inv_contactid@odata.bind': `/contacts(${await product.contact()})`,
      inv_ipaddress: guesser,
    });
    await expect(product.run(redeemPlugin)).resolves.toEqual(['tooManyAttempts']);
    expect(await product.admin.get(`${table.set}(${id})`)).toMatchObject({
      inv_code: null,
      inv_outcome: table.outcome.tooManyAttempts,
      inv_reason: expect.stringMatching(/Wait \d+ s/),
      statuscode: table.status.refused,
    });
  });
});
