import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FaultRuleInput } from '../../../../sandbox/dataverse/server/faults/faultRule.js';
import { flush, type LockedProduct, startLockedProduct } from './lockedProduct.js';

let product: LockedProduct;
beforeAll(async () => {
  product = await startLockedProduct();
});
afterEach(async () => {
  product.sandbox.faults.clear();
  await product.clean();
});
afterAll(() => product.close());

/** Requests that write rows, and those that look which rows are there. */
const [writing, looking] = [{ body: '"inv_lastfailureon"' }, { url: 'inv_service eq' }];
const forbidden = { kind: 'error', status: 403, code: '0x80040220', message: 'no privilege' } as const;

describe('No count is lost or doubled', () => {
  it.each<[string, readonly FaultRuleInput[]]>([
    ['writing is turned away', [{ ...writing, times: 3, failure: { kind: 'throttled', retryAfter: 0 } }]],
    ['writing is not possible', [{ ...writing, times: 2, failure: { kind: 'unavailable' } }]],
    ['a gateway answers', [{ ...writing, times: 2, failure: { kind: 'badGateway' } }]],
    ['rows are lost on their way', [{ ...writing, times: 2, failure: { kind: 'dropBefore' } }]],
    ['the answer is lost', [{ ...writing, times: 1, failure: { kind: 'dropAfter' } }]],
    ['every other answer is lost', [{ ...writing, skip: 1, times: 3, failure: { kind: 'dropAfter' } }]],
    ['the service lacks a right for a while', [{ ...writing, times: 2, failure: forbidden }]],
    ['the token has expired', [{ ...writing, times: 1, failure: { kind: 'unauthorized' } }]],
    [
      'the answer is lost, and looking is not possible',
      [
        { ...writing, times: 1, failure: { kind: 'dropAfter' } },
        { ...looking, times: 1, failure: forbidden },
      ],
    ],
  ])('when %s', async (_name, faults) => {
    const service = product.service();
    product.fail(2, '203.0.113.5', service);
    await flush(service);
    for (const fault of faults) product.sandbox.faults.add(fault);
    product.fail(3, '203.0.113.5', service);
    product.fail(4, '203.0.113.6', service);
    for (let round = 0; round < 5; round += 1) await flush(service);
    expect(await product.counts()).toEqual([4, 5]);
    expect(await product.locks()).toHaveLength(2);
  });

  it('when an administrator deletes a row while it is written again', async () => {
    const service = product.service();
    product.fail(60, '203.0.113.5', service);
    await flush(service);
    await product.deleteLocks();
    product.sandbox.clock.advance(1_000);
    product.fail(3, '203.0.113.5', service);
    product.fail(4, '203.0.113.6', service);
    await flush(service);
    expect(await product.counts()).toEqual([3, 4]);
  });

  it('when the invitation is deleted before its row is there', async () => {
    const service = product.service();
    const { id, code } = await product.invited();
    product.fail(1, '203.0.113.5', service, { id, code });
    await product.admin.remove(`inv_invitations(${id})`);
    await flush(service);
    expect(await product.counts()).toEqual([1]);
  });
});

describe('While rows cannot be written', () => {
  it('the service still locks, and answers', async () => {
    const service = product.service();
    product.sandbox.faults.add({ ...writing, failure: forbidden });
    product.fail(100, '203.0.113.5', service);
    await flush(service);
    expect(await product.guess(10, '203.0.113.5', service)).toEqual({ locked: 10 });
    expect(await product.guess(10, '203.0.113.6', service)).toEqual({ invalid: 10 });
  });
});
