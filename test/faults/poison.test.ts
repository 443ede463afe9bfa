import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Plugin, PluginContext } from '../../plugins/contract/plugin.js';
import type { Dataverse } from '../../plugins/dataverse/door.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import { invitation } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { type InterferingProxy, startInterferingProxy } from './testbed/interferingProxy.js';
import { failedChangeset } from './testbed/failedChangeset.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { type Addressee, tallyMails } from './testbed/ledger.js';
import { runningLoop } from './testbed/runningLoop.js';
import { until } from './testbed/runningService.js';

jest.setTimeout(60_000);

const { sendResult, set, status } = invitation;
const nothing = { lost: [], doubled: [], unexpected: [] };
/** Invitations behind the one that is poison. */
const behind = 12;

let product: Product;
let proxy: InterferingProxy;
const loop = runningLoop(() => product);
beforeAll(async () => {
  product = await startProduct();
  proxy = await startInterferingProxy(() => product.sandbox.url);
});
afterEach(async () => {
  await loop.stop();
  proxy.interfere = () => undefined;
});
afterAll(async () => {
  await proxy.close();
  await product.close();
});

const send = sendPlugin as unknown as Plugin;
const isSent = (rows: readonly Addressee[]) => () => statesOf(product, rows)['sent'] === rows.length;
const hasFailed = (row: Addressee) => () => statesOf(product, [row])['sendFailed'] === 1;

/** What makes the first row of a queue poison, what it says then, and how it is mended. */
interface Poison {
  readonly name: string;
  poison(row: Addressee): unknown;
  mend(row: Addressee): unknown;
  readonly change?: (context: PluginContext, row: () => Addressee) => PluginContext;
  readonly result: number;
  readonly detail: RegExp;
}
const addressed = (contact: string, address: string | null): unknown =>
  product.sandbox.organization.store.run('UPDATE contact SET emailaddress1 = ? WHERE contactid = ?', [
    address,
    contact,
  ]);
let mended = false;

const poisons: readonly Poison[] = [
  {
    name: 'has no address',
    poison: ({ contact }) => addressed(contact, null),
    mend: ({ contact, address }) => addressed(contact, address),
    result: sendResult.noEmailAddress,
    detail: /no valid address/,
  },
  {
    name: 'has an address of 400 characters, more than Dataverse mails to',
    poison: ({ contact }) => addressed(contact, `${'a'.repeat(384)}@contoso.example`),
    mend: ({ contact, address }) => addressed(contact, address),
    result: sendResult.refusedByDataverse,
    detail: /refused/i,
  },
  {
    name: 'is refused by a plug-in of the makers',
    poison: (row) => {
      proxy.interfere = ({ body }) =>
        body.includes('SendEmail') && body.includes(row.invitation)
          ? failedChangeset({ status: 400, code: '0x80040265' })
          : undefined;
    },
    mend: () => {
      proxy.interfere = () => undefined;
    },
    result: sendResult.refusedByDataverse,
    detail: /0x80040265/,
  },
  {
    name: 'meets an error that nobody foresaw',
    poison: () => {
      mended = false;
    },
    mend: () => {
      mended = true;
    },
    change(context, row) {
      const { dataverse } = context;
      const write: Dataverse['write'] = async (writes) => {
        const isMail = writes.some(({ kind }) => kind === 'action');
        const isPoison = JSON.stringify(writes).includes(row().invitation);
        if (isMail && isPoison && !mended) throw new TypeError('nobody foresaw this');
        return dataverse.write(writes);
      };
      return { ...context, dataverse: { ...dataverse, write } };
    },
    result: sendResult.setAside,
    detail: /\S/,
  },
];

describe('the oldest invitation of a queue', () => {
  it.each(poisons.map((poison) => [poison.name, poison] as const))(
    '%s: it is set aside with the reason, those behind it are sent, and so is it once it is mended',
    async (_name, { poison, mend, change, result, detail }) => {
      const [row] = await sendRequests(product, 1);
      if (row === undefined) throw new Error('nobody was asked');
      await poison(row);
      const others = await sendRequests(product, behind);
      loop.start(send, { url: proxy.url }, change && ((context) => change(context, () => row)));
      await until('those behind it are sent', isSent(others));
      await until('it is set aside', hasFailed(row));
      const shown = await product.read(row.invitation);
      expect(shown).toMatchObject({ inv_sendresult: result, inv_senddetail: expect.stringMatching(detail) });
      expect(shown.inv_senddetail).not.toMatch(/@/u);

      await mend(row);
      await product.manager.update(`${set}(${row.invitation})`, { statuscode: status.sendRequested });
      await until('it is sent after all', isSent([row]));
      expect(await tallyMails(product, [row, ...others])).toMatchObject({
        requested: behind + 1,
        ...nothing,
      });
    },
  );

  it('can neither be mailed nor written: it rests, those behind it are sent, and it is answered when it can be written', async () => {
    const [row] = await sendRequests(product, 1);
    if (row === undefined) throw new Error('nobody was asked');
    let refusals = 0;
    proxy.interfere = ({ body }) => {
      if (!body.includes('PATCH') || !body.includes(row.invitation)) return undefined;
      refusals += 1;
      return failedChangeset({ status: 400, code: '0x80040265' });
    };
    const others = await sendRequests(product, behind);
    loop.start(send, { url: proxy.url });
    await until('those behind it are sent', isSent(others));
    // The mail and the report about it, five times, and then the attempt to put it aside.
    await until('everything was tried', () => refusals > 10);
    expect(statesOf(product, [row])).toEqual({ sendRequested: 1 });
    proxy.interfere = () => undefined;
    await until('it is answered', () => statesOf(product, [row])['sendRequested'] === undefined);
    // The plug-in may have been mended between the mail and the report: then it says so, and is asked again.
    if (hasFailed(row)())
      await product.manager.update(`${set}(${row.invitation})`, { statuscode: status.sendRequested });
    await until('it is sent after all', isSent([row]));
    expect(await tallyMails(product, [row, ...others])).toMatchObject({ requested: behind + 1, ...nothing });
  });
});
