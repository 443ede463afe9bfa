import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { inspect } from '../../../../plugins/redeem/inspect.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import { redemptionLock } from '../../../../solution/schema.js';
import { flush, type LockedProduct, outcomesOf, startLockedProduct } from './lockedProduct.js';

jest.setTimeout(30_000);
let product: LockedProduct;
beforeAll(async () => {
  product = await startLockedProduct();
});
afterEach(() => product.clean());
afterAll(() => product.close());

describe('Somebody who guesses', () => {
  it('10,000 codes from one address has 100 looked up, and the service writes one row', async () => {
    const service = product.service();
    const ipAddress = '203.0.113.66';
    const cost = await product.cost(async () => {
      expect(await product.guess(5_000, ipAddress, service)).toEqual({
        invalid: 100,
        locked: 4_900,
      });
      expect(await product.guess(5_000, ipAddress, service)).toEqual({ locked: 5_000 });
    });
    expect(cost.requests).toBeLessThanOrEqual(100);
    const telling = await product.cost(() => flush(service));
    expect(telling).toMatchObject({ requests: 1, operations: 1 });
    expect(await product.counts()).toEqual([100]);
  });

  it('with one code from many addresses is stopped after 300, and others with other codes are not', async () => {
    const [one, other] = [product.service(), product.service()];
    const [guessed, free] = [await product.invited(), await product.invited()];
    for (let guest = 0; guest < 295; guest += 1)
      product.fail(1, `10.1.${guest >> 8}.${guest & 255}`, one, guessed);
    const look = (code: string, service = one) => inspect({ code, ipAddress: '203.0.113.1' }, service);
    expect(await look(guessed.code)).toMatchObject({ kind: 'open' });
    const takers = Array.from({ length: 10 }, (_, guest) =>
      redeem({ code: guessed.code, contactId: randomUUID(), ipAddress: `10.2.0.${guest}` }, one),
    );
    expect(outcomesOf(await Promise.all(takers))).toEqual({ contactInactive: 5, tooManyAttempts: 5 });
    expect(await look(guessed.code)).toMatchObject({ kind: 'locked' });
    expect(await look(free.code)).toMatchObject({ kind: 'open' });

    // 300 addresses, five people and a code, in changesets of 20: the code is in the first.
    const telling = await product.cost(() => flush(one));
    expect(telling).toEqual(expect.objectContaining({ requests: 16, operations: 306 }));
    expect(await look(guessed.code, other)).toMatchObject({ kind: 'locked' });
    expect(await look(free.code, other)).toMatchObject({ kind: 'open' });
  });
});

describe('A refusal', () => {
  it.each(['unknown', 'expired', 'withdrawn'])(
    'of a code that is %s is the same, and waits for no row',
    async (which) => {
      const { code, contactId, id } = await product.invited();
      if (which === 'expired')
        await product.admin.update(`inv_invitations(${id})`, { inv_expirydate: '2020-01-01' });
      if (which === 'withdrawn')
        await product.admin.update(`inv_invitations(${id})`, { statecode: 1, statuscode: 2 });
      const given = which === 'unknown' ? randomUUID() : code;
      const service = product.service();
      const cost = await product.cost(async () => {
        expect(await redeem({ code: given, contactId, ipAddress: '203.0.113.7' }, service)).toMatchObject({
          outcome: 'invalidCode',
        });
      });
      expect(cost.requests).toBe(3);
      expect(await product.locks()).toEqual([]);
      await flush(service);
      expect(await product.locks()).toHaveLength(which === 'unknown' ? 2 : 3);
    },
  );
});

describe('A lock-out is a security event', () => {
  it('once, by the id of its row, without the address', async () => {
    const lines: Record<string, unknown>[] = [];
    const happened: unknown[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const telemetry = {
      ...product.context.telemetry,
      happened: (...event: readonly unknown[]) => void happened.push(event),
    };
    const [one, other] = [product.service({ log, telemetry }), product.service({ log, telemetry })];
    product.fail(100, '203.0.113.7', one);
    expect(await product.guess(1_000, '203.0.113.7', one)).toEqual({ locked: 1_000 });
    await flush(one);
    const [row] = await product.locks();
    expect(await product.guess(1_000, '203.0.113.7', other)).toEqual({ locked: 1_000 });
    const event = { security: 'lockedOut', kind: 'address', lock: row?.[redemptionLock.id] };
    expect(lines).toEqual([expect.objectContaining(event), expect.objectContaining(event)]);
    expect(happened).toEqual(Array(2).fill(['security', 'lockedOut']));
    expect(JSON.stringify(lines)).not.toContain('203.0.113');
  });
});
