import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { locksPlugin } from '../../../../plugins/redeem/locks/plugin.js';
import { runOnce } from '../../product/product.js';
import { flush, type LockedProduct, startLockedProduct } from './lockedProduct.js';

let product: LockedProduct;
beforeAll(async () => {
  product = await startLockedProduct();
});
afterEach(() => product.clean());
afterAll(() => product.close());

const day = 24 * 3_600_000;

describe('Old locks', () => {
  it('are deleted a day after their last failure, by whichever service comes first', async () => {
    const [one, other] = [product.service(), product.service()];
    product.fail(3, '203.0.113.5', one);
    product.fail(3, '203.0.113.6', one);
    await flush(one);
    product.sandbox.clock.advance(day - 60_000);
    product.fail(1, '203.0.113.7', one);
    await flush(one);
    expect(await runOnce(locksPlugin, one)).toEqual([]);
    product.sandbox.clock.advance(62_000);
    const words = [await runOnce(locksPlugin, one), await runOnce(locksPlugin, other)];
    expect(words).toEqual([['deleted', 'deleted'], []]);
    expect(await product.counts()).toEqual([1]);
  });

  it('that somebody else deletes at the same time are no failure', async () => {
    const [one, other] = [product.service(), product.service()];
    product.fail(3, '203.0.113.5', one);
    await flush(one);
    product.sandbox.clock.advance(day + 1_000);
    const rows: Record<string, unknown>[] = [];
    for await (const page of locksPlugin.due(one)) rows.push(...page);
    expect(rows).toHaveLength(1);
    expect(await runOnce(locksPlugin, other)).toEqual(['deleted']);
    const [row] = rows as Parameters<typeof locksPlugin.run>[0][];
    expect(row && (await locksPlugin.run(row, one))).toBe('changed');
  });

  it('that have been counted again meanwhile are kept', async () => {
    const service = product.service();
    product.fail(3, '203.0.113.5', service);
    await flush(service);
    product.sandbox.clock.advance(day + 1_000);
    const rows: Parameters<typeof locksPlugin.run>[0][] = [];
    for await (const page of locksPlugin.due(service)) rows.push(...page);
    product.fail(1, '203.0.113.5', service);
    await flush(service);
    const [row] = rows;
    expect(row && (await locksPlugin.run(row, service))).toBe('changed');
    expect(await product.counts()).toEqual([1]);
  });

  it('are written when the service stops, before they are old', async () => {
    const service = product.service();
    product.fail(3, '203.0.113.5', service);
    await locksPlugin.stop?.(service);
    expect(await product.counts()).toEqual([3]);
  });
});
