import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../plugins/code/plugin.js';
import type { Plugin } from '../../plugins/contract/plugin.js';
import { redeem } from '../../plugins/redeem/redeem.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import { invitation } from '../../solution/schema.js';
import type { Product } from '../service/product/product.js';
import type { InterferingProxy } from './testbed/interferingProxy.js';
import { guests, sendRequests, statesOf } from './testbed/invitations.js';
import { type Addressee, tallyMails, tallyRedemptions } from './testbed/ledger.js';
import { type ProductBehindProxy, startProductBehindProxy } from './testbed/productBehindProxy.js';
import { serviceContext } from './testbed/serviceContext.js';
import { workOff } from './testbed/workOff.js';

jest.setTimeout(60_000);

const { set, status, state, type } = invitation;
const nothing = { lost: [], doubled: [], unexpected: [] };
const send = sendPlugin as unknown as Plugin;

let product: Product;
let proxy: InterferingProxy;
let close: ProductBehindProxy['close'];
beforeAll(async () => {
  ({ product, proxy, close } = await startProductBehindProxy());
});
afterAll(() => close());

/** Acts once, when the service has read everything and its mails are on their way to Dataverse. */
function beforeTheMails(act: () => Promise<unknown>): () => boolean {
  let acted = false;
  proxy.interfere = async ({ body }) => {
    if (acted || !body.includes('SendEmail')) return undefined;
    acted = true;
    await act();
    return undefined;
  };
  return () => acted;
}

/** What people do meanwhile; deleting, cancelling and inviting somebody else are in test/service/send/handingOver. */
const meanwhile: readonly (readonly [string, (row: Addressee) => Promise<unknown>, string])[] = [
  [
    'is revoked',
    ({ invitation: id }) =>
      product.manager.update(`${set}(${id})`, { statecode: state.inactive, statuscode: status.inactive }),
    'inactive',
  ],
  [
    'expires by hand',
    ({ invitation: id }) =>
      product.manager.update(`${set}(${id})`, { statecode: state.inactive, statuscode: status.expired }),
    'expired',
  ],
  [
    'is redeemed',
    ({ invitation: id, contact }) =>
      product.admin.update(`${set}(${id})`, {
        inv_redemptions: 1,
        'inv_redeemedcontactid@odata.bind': `/contacts(${contact})`,
        statuscode: status.redeemed,
      }),
    'redeemed',
  ],
  ['is deleted', ({ invitation: id }) => product.admin.remove(`${set}(${id})`), 'gone'],
  [
    'is cancelled',
    ({ invitation: id }) => product.manager.update(`${set}(${id})`, { statuscode: status.new }),
    'new',
  ],
];

describe('an invitation that, between the read and the send,', () => {
  it.each(meanwhile)('%s, sends no mail, and those beside it do', async (_what, act, end) => {
    const rows = await sendRequests(product, 8);
    const [chosen, ...others] = rows;
    if (chosen === undefined) throw new Error('nobody was asked');
    const happened = beforeTheMails(() => act(chosen));
    await workOff([send], serviceContext(product, { url: proxy.url }));
    expect(happened()).toBe(true);
    expect(statesOf(product, [chosen])).toEqual({ [end]: 1 });
    expect(statesOf(product, others)).toEqual({ sent: others.length });
    const tally = await tallyMails(product, [{ ...chosen, mails: 0 }, ...others]);
    expect(tally).toMatchObject({ requested: others.length, ...nothing });
  });
});

it('a burst of 200 on a group of at most 10 redeems exactly 10 times, though answers are lost', async () => {
  const contacts = await guests(product, 200);
  const code = randomUUID();
  const id = await product.invitation({ inv_type: type.group, inv_code: code, inv_maximumredemptions: 10 });
  await product.run(codePlugin);
  product.set({ redeemerPolicy: 'anyone' });
  // Every fourth redemption happens, and its answer breaks off.
  const broken = { skip: 3, times: 1, failure: { kind: 'truncated' } } as const;
  const { faults } = product.sandbox;
  faults.set(Array.from({ length: 10 }, () => ({ body: 'POST [^ ]*inv_inviteredemptions', ...broken })));
  const contexts = [1, 2].map(() => serviceContext(product, { timeout: 500 }));
  const answers = await Promise.all(
    contacts.map(async (contactId, index) => {
      const context = contexts[index % contexts.length] ?? product.context;
      return { contact: contactId, ...(await redeem({ code, contactId }, context)) };
    }),
  );
  product.set({ redeemerPolicy: 'invited' });
  expect(faults.states().filter(({ applied }) => applied > 0).length).toBeGreaterThan(2);
  faults.clear();
  const told = answers.map(({ contact, outcome }) => ({
    invitation: id,
    contact,
    may: outcome === 'redeemed',
  }));
  expect(told.filter(({ may }) => may)).toHaveLength(10);
  expect(await tallyRedemptions(product, told)).toMatchObject({ requested: 10, effected: 10, ...nothing });
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 10, statuscode: status.redeemed });
});
