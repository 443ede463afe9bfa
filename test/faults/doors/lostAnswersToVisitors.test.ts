import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { keptRequestId } from '../../../plugins/invitation/ids.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { redeemOnce } from '../../../plugins/redeem/once/redeemOnce.js';
import type { Redemption, RedemptionRequest } from '../../../plugins/redeem/redemption.js';
import type { Failure, FaultRuleInput } from '../../../sandbox/dataverse/server/faults/faultRule.js';
import { redemptionRequest } from '../../../solution/schema.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { sampleSettings } from '../../service/product/settings.js';
import { group, invited, linksOf, person, someAddress } from '../../service/redeem/visitors/people.js';
import { forgedClock } from '../../unit/dataverse/forgedClock.js';
import { tallyRedemptions } from '../testbed/ledger.js';
import { serviceContext } from '../testbed/serviceContext.js';

jest.setTimeout(60_000);

const nothing = { lost: [], doubled: [], unexpected: [] };
/** Milliseconds after which the service gives an answer up: long for this machine, short for a test. */
const timeout = 200;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
beforeEach(() => {
  product.sandbox.faults.clear();
  product.set({ ...sampleSettings, redeemerPolicy: 'anyone' });
});
afterAll(() => product.close());

/** A service for which every pause is over at once; it gives an answer up soon that does not come to its end. */
const service = ({ kind }: Failure): PluginContext =>
  serviceContext(product, {
    clock: forgedClock({ patient: false }),
    ...(kind === 'slowBody' || kind === 'truncated' ? { timeout } : {}),
  });

/** Somebody who has signed in, with an invitation that is theirs. */
interface Guest {
  readonly id: string;
  readonly request: RedemptionRequest;
  /** The contact they are, if there is one yet. */
  readonly contact?: string;
}
const ofAddress = async (): Promise<Guest> => {
  const { id, code, address, contact } = await invited(product);
  return { id, contact, request: { code, visitor: person(address) } };
};
const byCode = async (): Promise<Guest> => {
  product.set({ linkingPolicy: 'code', redeemerPolicy: 'invited' });
  const { id, code, contact } = await invited(product);
  return { id, contact, request: { code, visitor: person() } };
};
const newcomer = async (): Promise<Guest> => {
  const { id, code } = await group(product, [], { inv_maximumredemptions: 1 });
  return { id, request: { code, visitor: person(someAddress()) } };
};
const guests: readonly (readonly [string, () => Promise<Guest>])[] = [
  ['whose address is that of a contact', ofAddress],
  ['who holds the code of a contact', byCode],
  ['who becomes a new contact', newcomer],
];

/** Every kind of request that the redemption of a visitor makes, by what tells it from the others. */
const requests: readonly (readonly [string, Omit<FaultRuleInput, 'failure'>])[] = [
  ['the question who they may be', { body: 'GET .*inv_externalidentities\\(inv_identitykey=' }],
  ['the question who they are', { body: 'GET .*inv_externalidentities\\?' }],
  ['the redemption', { body: 'PATCH .*inv_invitations\\(' }],
];
const failures: readonly (readonly [string, Failure])[] = [
  ['never arrives', { kind: 'dropBefore' }],
  ['is answered, but the answer is lost', { kind: 'dropAfter' }],
  ['meets a gateway that answers with a page', { kind: 'badGateway' }],
  ['is answered 503', { kind: 'unavailable', status: 503 }],
  ['is answered, but the answer breaks off in the middle', { kind: 'truncated' }],
  ['is answered, but the answer stops in the middle and never goes on', { kind: 'slowBody' }],
];
const cases = guests.flatMap(([who, guest]) =>
  requests.flatMap(([what, rule]) =>
    failures.map(([happens, failure]) => [who, what, happens, guest, { ...rule, failure }] as const),
  ),
);

/** One contact, one link, one activity, one use: what a redemption has to leave behind, and no more. */
async function expectOnce({ id, request, contact }: Guest, { contactId = '' }: Redemption): Promise<void> {
  if (contact !== undefined) expect(contactId).toBe(contact);
  const redeemer = { invitation: id, contact: contactId, may: true };
  expect(await tallyRedemptions(product, [redeemer])).toMatchObject({ requested: 1, ...nothing });
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  expect(await linksOf(product, contactId)).toMatchObject([{ inv_subject: request.visitor?.subject }]);
  const address = request.visitor?.verifiedEmail;
  if (address !== undefined) {
    const named = await product.admin.rows(
      `contacts?$select=contactid&$filter=emailaddress1 eq '${address}'`,
    );
    expect(named).toMatchObject([{ contactid: contactId }]);
  }
}

describe('a visitor redeems once, and is told so, when,', () => {
  it.each(cases)('for one %s, %s %s', async (_who, _what, _happens, guest, fault) => {
    const visitor = await guest();
    product.sandbox.faults.set([{ ...fault, times: 1 }]);
    const first = await redeem(visitor.request, service(fault.failure));
    expect(product.sandbox.faults.states()[0]?.applied).toBe(1);
    expect(first).toMatchObject({ outcome: 'redeemed', granted: { keptAccount: false } });
    const again = await redeem(visitor.request, product.context);
    expect(again).toMatchObject({ outcome: 'alreadyRedeemed', redemptionId: first.redemptionId });
    await expectOnce(visitor, again);
  });
});

describe('the same over the API with a key, whose answer is kept once, when', () => {
  const once = () => ({ client: 'shop', key: randomUUID(), hash: 'a'.repeat(64) });
  it.each(cases.filter(([who]) => who.includes('new')))(
    'for one %s, %s %s',
    async (_who, _what, _happens, guest, fault) => {
      const [visitor, key] = [await guest(), once()];
      product.sandbox.faults.set([{ ...fault, times: 1 }]);
      const first = await redeemOnce(visitor.request, key, service(fault.failure));
      expect(product.sandbox.faults.states()[0]?.applied).toBe(1);
      expect(await redeemOnce(visitor.request, key, product.context)).toEqual(first);
      expect(first).toMatchObject({ outcome: 'redeemed', granted: { keptAccount: false } });
      await expectOnce(visitor, first);
    },
  );

  it('for what was redeemed before, the row that keeps the answer never arrives, or its answer is lost', async () => {
    for (const [, failure] of failures) {
      const [visitor, key] = [await newcomer(), once()];
      const { redemptionId } = await redeem(visitor.request, product.context);
      product.sandbox.faults.set([{ body: 'POST .*inv_redemptionrequests', times: 1, failure }]);
      const first = await redeemOnce(visitor.request, key, service(failure));
      expect(product.sandbox.faults.states()[0]?.applied).toBe(1);
      expect(first).toMatchObject({ outcome: 'alreadyRedeemed', redemptionId });
      expect(await redeemOnce(visitor.request, key, product.context)).toEqual(first);
      const kept = `${redemptionRequest.set}?$filter=${redemptionRequest.id} eq ${keptRequestId(key.client, key.key)}`;
      expect(await product.admin.rows(kept)).toHaveLength(1);
      await expectOnce(visitor, first);
    }
  });
});

it('when no answer ever comes, nobody is told anything definite, and the same request redeems later', async () => {
  const visitor = await newcomer();
  const failure: Failure = { kind: 'dropAfter' };
  product.sandbox.faults.set([{ body: 'PATCH .*inv_invitations\\(|GET .*inv_codehash=', failure }]);
  await expect(redeem(visitor.request, service(failure))).rejects.toMatchObject({
    code: 'INV_DATAVERSE_UNREACHABLE',
  });
  product.sandbox.faults.clear();
  const later = await redeem(visitor.request, product.context);
  expect(later).toMatchObject({ outcome: 'redeemed' });
  await expectOnce(visitor, later);
});
