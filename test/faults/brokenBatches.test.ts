import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Plugin } from '../../plugins/contract/plugin.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import { invitation } from '../../solution/schema.js';
import type { Product } from '../service/product/product.js';
import { forgedClock } from '../unit/dataverse/forgedClock.js';
import { failedChangeset } from './testbed/failedChangeset.js';
import type { InterferingProxy } from './testbed/interferingProxy.js';
import { groupRequest, sendRequests, statesOf } from './testbed/invitations.js';
import { type Addressee, tallyMails } from './testbed/ledger.js';
import { type ProductBehindProxy, startProductBehindProxy } from './testbed/productBehindProxy.js';
import { serviceContext } from './testbed/serviceContext.js';
import { workOff } from './testbed/workOff.js';

jest.setTimeout(60_000);

const { sendResult, set, status } = invitation;
const nothing = { lost: [], doubled: [], unexpected: [] };
const send = [sendPlugin as unknown as Plugin];

let product: Product;
let proxy: InterferingProxy;
let close: ProductBehindProxy['close'];
beforeAll(async () => {
  ({ product, proxy, close } = await startProductBehindProxy());
});
afterAll(() => close());
/** The timeout ends the wait for an answer that broke off. */
const service = () =>
  serviceContext(product, { url: proxy.url, clock: forgedClock({ patient: false }), timeout: 300 });

/** What makes the transaction of one invitation fail in Dataverse, while others travel with it. */
const failing: readonly (readonly [string, (row: Addressee) => Promise<unknown>, object, number])[] = [
  [
    '404, its contact is deleted',
    ({ contact }) => product.admin.remove(`contacts(${contact})`),
    { statuscode: status.sendFailed, inv_sendresult: sendResult.noRecipient },
    0,
  ],
  [
    '412, it was edited',
    ({ invitation: id }) => product.manager.update(`${set}(${id})`, { inv_name: 'Edited' }),
    { statuscode: status.sent, inv_name: 'Edited' },
    1,
  ],
  [
    '400, its contact has lost the address',
    ({ contact }) => product.admin.update(`contacts(${contact})`, { emailaddress1: null, donotemail: true }),
    { statuscode: status.sendFailed },
    0,
  ],
];

describe('of 20 invitations one meanwhile answers', () => {
  it.each(failing)('%s: the other 19 are sent', async (_what, act, end, mails) => {
    const rows = await sendRequests(product, 20);
    const chosen = rows[7];
    if (chosen === undefined) throw new Error('nobody was asked');
    let acted = false;
    proxy.interfere = async ({ body }) => {
      if (acted || !body.includes('SendEmail')) return undefined;
      acted = true;
      await act(chosen);
      return undefined;
    };
    await workOff(send, service());
    expect(acted).toBe(true);
    const others = rows.filter((row) => row !== chosen);
    expect(statesOf(product, others)).toEqual({ sent: 19 });
    expect(await product.read(chosen.invitation)).toMatchObject(end);
    expect(await tallyMails(product, [{ ...chosen, mails }, ...others])).toMatchObject(nothing);
  });
});

/** Several of a queue and of a group: both travel in changesets of more than one mail. */
const queues: readonly (readonly [string, () => Promise<readonly Addressee[]>])[] = [
  ['20 invitations', () => sendRequests(product, 20)],
  ['a group of 20', () => groupRequest(product, 20)],
];
const errors: readonly (readonly [number, string])[] = [
  [404, '0x80040217'],
  [412, '0x80060882'],
  [429, '0x80072322'],
  [503, '0x80040216'],
];
const cases = queues.flatMap(([queue, ask]) =>
  errors.map(([httpStatus, code]) => [queue, httpStatus, ask, code] as const),
);

describe('everybody has one mail when, of the batches of', () => {
  it.each(cases)('%s, some are rolled back in the middle with %i', async (_queue, httpStatus, ask, code) => {
    const rows = await ask();
    let batches = 0;
    let failed = 0;
    proxy.interfere = ({ body }) => {
      if (!body.includes('SendEmail')) return undefined;
      batches += 1;
      // The second and the fourth: one before and one after it is known how they fare.
      if (batches !== 2 && batches !== 4) return undefined;
      failed += 1;
      return failedChangeset({ status: httpStatus, code });
    };
    await workOff(send, service());
    expect(failed).toBe(2);
    expect(statesOf(product, rows)['sent']).toBe(new Set(rows.map((row) => row.invitation)).size);
    expect(await tallyMails(product, rows)).toMatchObject({ requested: 20, ...nothing });
  });

  it.each(queues)('%s, the answers to some end in the middle', async (_queue, ask) => {
    const rows = await ask();
    let batches = 0;
    proxy.interfere = ({ body }) => {
      if (!body.includes('SendEmail')) return undefined;
      batches += 1;
      if (batches > 3) return undefined;
      return { kind: 'halve' };
    };
    await workOff(send, service());
    expect(batches).toBeGreaterThanOrEqual(3);
    expect(statesOf(product, rows)['sent']).toBe(new Set(rows.map((row) => row.invitation)).size);
    expect(await tallyMails(product, rows)).toMatchObject({ requested: 20, ...nothing });
  });
});

it('a mail of a group that Dataverse refuses each time stops none of the 19 others, and the invitation says so', async () => {
  const rows = await groupRequest(product, 20);
  const chosen = rows[3];
  if (chosen === undefined) throw new Error('nobody was asked');
  proxy.interfere = ({ body }) =>
    body.includes('SendEmail') && body.includes(chosen.contact)
      ? failedChangeset({ status: 400, code: '0x80040b00' })
      : undefined;
  await workOff(send, service());
  expect(await product.read(chosen.invitation)).toMatchObject({
    statuscode: status.sent,
    inv_sendresult: sendResult.partlySent,
    inv_senddetail: expect.stringContaining('does not accept the address'),
  });
  const others = rows.filter((row) => row !== chosen);
  const tally = await tallyMails(product, [{ ...chosen, mails: 0 }, ...others]);
  expect(tally).toMatchObject({ requested: 19, ...nothing });
});
