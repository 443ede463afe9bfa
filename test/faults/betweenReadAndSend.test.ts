import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../plugins/code/plugin.js';
import type { Plugin } from '../../plugins/contract/plugin.js';
import { redeem } from '../../plugins/redeem/redeem.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import { invitation } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { type InterferingProxy, startInterferingProxy } from './interferingProxy.js';
import { groupRequest, guests, sendRequests, statesOf } from './invitations.js';
import { type Addressee, tallyMails, tallyRedemptions } from './ledger.js';
import { serviceContext } from './serviceContext.js';
import { lookOnce, workOff } from './workOff.js';

jest.setTimeout(60_000);

const { set, status, state, type } = invitation;
const nothing = { lost: [], doubled: [], unexpected: [] };
const send = sendPlugin as unknown as Plugin;

let product: Product;
let proxy: InterferingProxy;
beforeAll(async () => {
  product = await startProduct();
  proxy = await startInterferingProxy(() => product.sandbox.url);
});
afterAll(async () => {
  await proxy.close();
  await product.close();
});

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

it('a group of 500 whose service dies in the middle mails all 500, each once', async () => {
  const rows = await groupRequest(product, 500);
  let batches = 0;
  // The third batch arrives; its answer, and everything after it, does not.
  proxy.interfere = ({ body }) => {
    if (!body.includes('SendEmail')) return undefined;
    batches += 1;
    return batches < 3 ? undefined : { kind: 'cut' };
  };
  const words = await lookOnce(send, serviceContext(product, { url: proxy.url, timeout: 500 }));
  expect(words).not.toContain('sent');
  const { store } = product.sandbox.organization;
  const mails = (): number =>
    Number(
      store.one('SELECT COUNT(*) AS mails FROM email WHERE regardingobjectid = ?', [
        rows[0]?.invitation ?? '',
      ])?.['mails'],
    );
  expect(mails()).toBeGreaterThan(0);
  expect(mails()).toBeLessThan(500);

  proxy.interfere = () => undefined;
  await workOff([send], serviceContext(product));
  expect(statesOf(product, rows)).toEqual({ sent: 1 });
  expect(await tallyMails(product, rows)).toMatchObject({ requested: 500, effected: 500, ...nothing });
});

it('a burst of 200 on a group of at most 10 redeems exactly 10 times, though answers are lost', async () => {
  const contacts = await guests(product, 200);
  const code = randomUUID();
  const id = await product.invitation({ inv_type: type.group, inv_code: code, inv_maximumredemptions: 10 });
  await product.run(codePlugin);
  product.set({ redeemerPolicy: 'anyone' });
  let redemptions = 0;
  proxy.interfere = ({ body }) => {
    if (!body.includes('inv_inviteredemptions')) return undefined;
    redemptions += 1;
    return redemptions % 4 === 1 ? { kind: 'cut' } : undefined;
  };
  const contexts = [1, 2].map(() => serviceContext(product, { url: proxy.url, timeout: 500 }));
  const answers = await Promise.all(
    contacts.map(async (contactId, index) => {
      const context = contexts[index % contexts.length] ?? product.context;
      return { contact: contactId, ...(await redeem({ code, contactId }, context)) };
    }),
  );
  product.set({ redeemerPolicy: 'invited' });
  proxy.interfere = () => undefined;
  expect(redemptions).toBeGreaterThan(10);
  const told = answers.map(({ contact, outcome }) => ({
    invitation: id,
    contact,
    may: outcome === 'redeemed',
  }));
  expect(told.filter(({ may }) => may)).toHaveLength(10);
  expect(await tallyRedemptions(product, told)).toMatchObject({ requested: 10, effected: 10, ...nothing });
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 10, statuscode: status.redeemed });
});
