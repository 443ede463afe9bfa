import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../plugins/dataverse/clock.js';
import { invitation, redemptionRequest } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { runService, setSiteUrl, stopServices, until } from './testbed/runningService.js';

jest.setTimeout(60_000);

const { sendResult, status } = invitation;
const minute = 60_000;
/** The last day of every invitation here. */
const lastDay = '2031-05-17';
const beforeMidnight = new Date(`${lastDay}T23:52:00Z`);
const afterMidnight = new Date('2031-05-18T00:08:00Z');

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await setSiteUrl(product);
});
beforeEach(() => product.sandbox.clock.set(beforeMidnight));
afterEach(stopServices);
afterAll(() => product.close());

/** An invitation that asks to be sent and one that somebody asks to redeem, both good through the last day. */
async function twoRequests() {
  const [asked, redeemer, code, request] = [
    await product.contact(),
    await product.contact(),
    randomUUID(),
    randomUUID(),
  ];
  const day = { inv_expirydate: lastDay };
  const sent = await product.single(asked, {
    ...day,
    inv_code: randomUUID(),
    statuscode: status.sendRequested,
  });
  const redeemed = await product.single(redeemer, { ...day, inv_code: code });
  await product.admin.create(redemptionRequest.set, {
    inv_redemptionrequestid: request,
    inv_name: 'at the site',
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${redeemer})`,
  });
  return { sent, redeemed, request };
}

describe.each([
  ['a quarter of an hour slow', -15],
  ['right', 0],
  ['a quarter of an hour fast', 15],
])('a service whose clock is %s', (_clock, minutes) => {
  it.each([
    [
      'sends and redeems on the last day',
      beforeMidnight,
      sendResult.sent,
      redemptionRequest.outcome.redeemed,
    ],
    [
      'neither sends nor redeems when the day is over',
      afterMidnight,
      sendResult.expired,
      redemptionRequest.outcome.invalidCode,
    ],
  ])('%s, as Dataverse counts days', async (_what, moment, result, outcome) => {
    const { sent, request } = await twoRequests();
    product.sandbox.clock.set(moment);
    const now = (): number => product.sandbox.clock.now().getTime() + minutes * minute;
    const { logged } = await runService(product, {}, { clock: { ...systemClock, now } });
    const value = (table: string, column: string, id: string): unknown =>
      product.sandbox.organization.store.one(`SELECT "${column}" FROM "${table}" WHERE "${table}id" = ?`, [
        id,
      ])?.[column];
    await until(
      'both are answered',
      () =>
        value('inv_invitation', 'inv_sendresult', sent) !== null &&
        value('inv_redemptionrequest', 'inv_outcome', request) !== null,
    );
    expect(value('inv_invitation', 'inv_sendresult', sent)).toBe(result);
    expect(value('inv_redemptionrequest', 'inv_outcome', request)).toBe(outcome);
    expect(logged.filter((line) => /clock/.test(line))).toHaveLength(minutes === 0 ? 0 : 1);
  });
});
