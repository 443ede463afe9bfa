import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { askForNew } from '../../../../plugins/redeem/askForNew.js';
import { inspect } from '../../../../plugins/redeem/inspect.js';
import { redeemPlugin } from '../../../../plugins/redeem/plugin.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import type { Who } from '../../../../plugins/redeem/redemption.js';
import type { PluginContext } from '../../../../plugins/contract/plugin.js';
import { redemptionLock, redemptionRequest } from '../../../../solution/schema.js';
import { runOnce } from '../../product/product.js';
import { person } from '../visitors/people.js';
import { flush, type LockedProduct, outcomesOf, startLockedProduct, tallyOf } from './lockedProduct.js';

let product: LockedProduct;
beforeAll(async () => {
  product = await startLockedProduct();
});
afterEach(() => product.clean());
afterAll(() => product.close());

const tooMany = { outcome: 'tooManyAttempts', errorCode: 'INV_TOO_MANY_ATTEMPTS' };
let addresses = 0;
const newAddress = (): string => `203.0.113.${(addresses += 1)}`;

/** Somebody who is signed in guesses, from another address each time. */
const guess = async (times: number, who: Who, context: PluginContext) =>
  outcomesOf(
    await Promise.all(
      Array.from({ length: times }, () =>
        redeem({ ...who, code: randomUUID(), ipAddress: newAddress() }, context),
      ),
    ),
  );
/** A row of a site: it tells no address. */
const ask = (code: string, contactId: string) =>
  product.admin.create(redemptionRequest.set, {
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contactId})`,
  });

describe('One person who guesses', () => {
  it('many codes by rows, which tell no address, has 30 looked up, and then not even the right one', async () => {
    const service = product.service();
    const { code, contactId } = await product.invited();
    await Promise.all(Array.from({ length: 40 }, () => ask(randomUUID(), contactId)));
    expect(tallyOf(await runOnce(redeemPlugin, service))).toEqual({ invalidCode: 30, tooManyAttempts: 10 });
    await ask(code, contactId);
    expect(await runOnce(redeemPlugin, service)).toEqual(['tooManyAttempts']);
    const other = await product.invited();
    await ask(other.code, other.contactId);
    expect(await runOnce(redeemPlugin, service)).toEqual(['redeemed']);
  });

  it('is stopped at the other services too, at every door, and one row is written for it', async () => {
    const [one, other] = [product.service(), product.service()];
    const { code } = await product.invited();
    const visitor = person();
    expect(await guess(35, { visitor }, one)).toEqual({ invalidCode: 30, tooManyAttempts: 5 });
    await flush(one);
    const rows = await product.locks();
    expect(rows.filter(({ inv_kind: kind }) => kind === redemptionLock.kind.person)).toEqual([
      expect.objectContaining({ inv_failures: 30, _inv_invitationid_value: null }),
    ]);
    expect(JSON.stringify(rows)).not.toContain(visitor.subject);

    const asking = { code, visitor, ipAddress: newAddress() };
    expect(await redeem(asking, other)).toMatchObject(tooMany);
    expect(await inspect(asking, product.service())).toMatchObject({ kind: 'locked' });
    expect(await askForNew(asking, product.service())).toBe('refused');
    // Whoever signs out is not that person, and the address is another.
    expect(await inspect({ code, ipAddress: newAddress() }, other)).toMatchObject({ kind: 'open' });
    expect(await redeem({ ...asking, visitor: person() }, other)).toMatchObject({ outcome: 'notInvited' });
  });

  it('is one security event', async () => {
    const happened: unknown[] = [];
    const telemetry = {
      ...product.context.telemetry,
      happened: (...event: readonly unknown[]) => void happened.push(event),
    };
    const service = product.service({ telemetry });
    await guess(100, { contactId: await product.contact() }, service);
    expect(happened).toEqual([['security', 'lockedOut']]);
  });

  it('is free again after ten minutes, and nobody else was ever held back', async () => {
    const service = product.service();
    const { code, contactId } = await product.invited();
    expect(await guess(31, { contactId }, service)).toEqual({ invalidCode: 30, tooManyAttempts: 1 });
    const asking = { code, contactId, ipAddress: newAddress() };
    expect(await redeem(asking, service)).toMatchObject(tooMany);
    product.sandbox.clock.advance(600_000);
    expect(await redeem(asking, service)).toMatchObject({ outcome: 'redeemed' });
  });
});

describe('One person who succeeds', () => {
  it('is not counted, however often they come', async () => {
    const service = product.service();
    const { code, contactId } = await product.invited();
    for (let time = 0; time < 40; time += 1) {
      expect(await redeem({ code, contactId }, service)).toMatchObject({
        outcome: time === 0 ? 'redeemed' : 'alreadyRedeemed',
      });
    }
    await flush(service);
    expect(await product.locks()).toEqual([]);
  });
});

it('what all services have counted of an address, a person and a code is read in the requests that are made anyway', async () => {
  const service = product.service();
  const { code, contactId } = await product.invited();
  const ipAddress = newAddress();
  expect(await product.cost(() => redeem({ code, contactId, ipAddress }, service))).toMatchObject({
    requests: 2,
  });
  expect(await product.cost(() => inspect({ code, visitor: person(), ipAddress }, service))).toMatchObject({
    requests: 2,
  });
});
