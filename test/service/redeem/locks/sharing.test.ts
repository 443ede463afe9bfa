import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { askForNew } from '../../../../plugins/redeem/askForNew.js';
import { inspect } from '../../../../plugins/redeem/inspect.js';
import { redeemPlugin } from '../../../../plugins/redeem/plugin.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import type { PluginContext } from '../../../../plugins/contract/plugin.js';
import { redemptionLock, redemptionRequest } from '../../../../solution/schema.js';
import { runOnce } from '../../product/product.js';
import { flush, type LockedProduct, startLockedProduct } from './lockedProduct.js';

let product: LockedProduct;
beforeAll(async () => {
  product = await startLockedProduct();
});
afterEach(() => product.clean());
afterAll(() => product.close());

const somebody = { issuer: 'https://login.contoso.example', subject: 'ann', provider: 'Contoso' };
let addresses = 0;
const newAddress = (): string => `203.0.113.${(addresses += 1)}`;
const pass = (seconds: number): void => product.sandbox.clock.advance(seconds * 1000);

/** Two services, of which the first has locked an address. */
async function locked() {
  const [one, other] = [product.service(), product.service()];
  const ipAddress = newAddress();
  product.fail(100, ipAddress, one);
  await flush(one);
  return { one, other, ipAddress };
}

describe('A lock that one service has closed holds at the others', () => {
  it('for contacts, visitors, those who look, those who ask for a new one, and rows', async () => {
    const { ipAddress } = await locked();
    const { code, contactId } = await product.invited();
    const fresh = (): PluginContext => product.service();
    const tooMany = { outcome: 'tooManyAttempts', errorCode: 'INV_TOO_MANY_ATTEMPTS' };
    expect(await redeem({ code, contactId, ipAddress }, fresh())).toMatchObject(tooMany);
    expect(await redeem({ code, visitor: somebody, ipAddress }, fresh())).toMatchObject(tooMany);
    expect(await inspect({ code, ipAddress }, fresh())).toMatchObject({ kind: 'locked' });
    expect(await inspect({ code, visitor: somebody, ipAddress }, fresh())).toMatchObject({ kind: 'locked' });
    expect(await askForNew({ code, visitor: somebody, ipAddress }, fresh())).toBe('refused');
    await product.admin.create(redemptionRequest.set, {
      inv_name: 'at the site',
      inv_code: code,
      'inv_contactid@odata.bind': `/contacts(${contactId})`,
      inv_ipaddress: ipAddress,
    });
    expect(await runOnce(redeemPlugin, fresh())).toEqual(['tooManyAttempts']);
    expect(await redeem({ code, contactId, ipAddress: newAddress() }, fresh())).toMatchObject({
      outcome: 'redeemed',
    });
  });

  it('for all addresses of one network', async () => {
    const one = product.service();
    for (let host = 0; host < 100; host += 10) {
      product.fail(10, `2001:db8:0:7::${host}`, one);
    }
    await flush(one);
    expect(await product.guess(1, '2001:db8:0:7:ffff::1', product.service())).toEqual({ locked: 1 });
    expect(await product.guess(1, '2001:db8:0:8::1', product.service())).toEqual({ invalid: 1 });
  });

  it('for one request, and then for none', async () => {
    const { other, ipAddress } = await locked();
    const first = await product.cost(() => product.guess(1, ipAddress, other));
    expect(first.requests).toBe(1);
    const later = await product.cost(async () => {
      expect(await product.guess(500, ipAddress, other)).toEqual({ locked: 500 });
    });
    expect(later.requests).toBe(0);
  });

  it('and ends everywhere in the same second, as they all say', async () => {
    const { one, other, ipAddress } = await locked();
    const { code, contactId } = await product.invited();
    const ask = (context: PluginContext) => redeem({ code, contactId, ipAddress }, context);
    pass(100);
    const [here, there] = [await ask(one), await ask(other)];
    expect(here.retryAfter).toBeGreaterThan(490);
    expect(Math.abs(Number(here.retryAfter) - Number(there.retryAfter))).toBeLessThanOrEqual(1);
    pass(Number(there.retryAfter) - 2);
    expect([(await ask(one)).outcome, (await ask(other)).outcome]).toEqual(Array(2).fill('tooManyAttempts'));
    pass(2);
    expect([(await ask(one)).outcome, (await ask(other)).outcome]).toEqual(['redeemed', 'alreadyRedeemed']);
  });

  it('and outlasts a restart of the service that has closed it', async () => {
    const { ipAddress } = await locked();
    expect(await product.guess(1, ipAddress, product.service())).toEqual({ locked: 1 });
  });
});

describe('What two services count', () => {
  it('adds up, though they count at the same time', async () => {
    const services = [product.service(), product.service()] as const;
    const ipAddress = newAddress();
    for (let round = 0; round < 3; round += 1) {
      for (const service of services) product.fail(10, ipAddress, service);
      await flush(...services);
    }
    expect(await product.counts()).toEqual([60]);
    expect(await product.locks()).toHaveLength(2);
    expect(await product.guess(50, ipAddress, product.service())).toEqual({
      invalid: 40,
      locked: 10,
    });
  });

  it('is nothing where everybody succeeds', async () => {
    const service = product.service();
    const { code, contactId } = await product.invited();
    const ipAddress = newAddress();
    for (let time = 0; time < 101; time += 1) {
      const { outcome } = await redeem({ code, contactId, ipAddress }, service);
      expect(outcome).toBe(time === 0 ? 'redeemed' : 'alreadyRedeemed');
    }
    await flush(service);
    expect(await product.locks()).toEqual([]);
  });
});

describe('An administrator who deletes the rows', () => {
  it('lifts the lock: every service forgets it half a minute later at the latest', async () => {
    const { one, other, ipAddress } = await locked();
    const services = [one, other];
    expect(await product.guess(1, ipAddress, other)).toEqual({ locked: 1 });
    await product.deleteLocks();
    pass(31);
    for (const service of services) {
      // Who knocks is still refused by memory, and makes the service look.
      expect(await product.guess(1, ipAddress, service)).toEqual({ locked: 1 });
      await flush(service);
      expect(await product.guess(1, ipAddress, service)).toEqual({ invalid: 1 });
    }
    await flush(...services);
    expect(await product.counts()).toEqual([2]);
  });

  it('does not lift what others have counted', async () => {
    const { ipAddress } = await locked();
    const third = product.service();
    expect(await product.guess(1, ipAddress, third)).toEqual({ locked: 1 });
    pass(31);
    await product.guess(1, ipAddress, third);
    await flush(third);
    expect(await product.guess(1, ipAddress, third)).toEqual({ locked: 1 });
  });
});

describe('The rows', () => {
  it('tell neither an address, a person nor a code, and only codes that there are', async () => {
    const service = product.service();
    const ipAddress = newAddress();
    const { code, id } = await product.invited();
    const stranger = await product.contact();
    await redeem({ code, contactId: stranger, ipAddress }, service);
    await redeem({ code: 'nobody-has-this', contactId: stranger, ipAddress }, service);
    await flush(service);
    const rows = await product.locks();
    expect(rows.map(({ inv_kind: kind, inv_failures: failures }) => [kind, failures]).sort()).toEqual([
      [redemptionLock.kind.address, 2],
      [redemptionLock.kind.invitationCode, 1],
      [redemptionLock.kind.person, 2],
    ]);
    expect(rows.map((row) => row._inv_invitationid_value).filter(Boolean)).toEqual([id]);
    for (const secret of [ipAddress, stranger, code, 'nobody-has-this']) {
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
  });
});
