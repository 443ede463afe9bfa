import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Plugin, PluginContext } from '../../plugins/contract/plugin.js';
import type { Write } from '../../plugins/dataverse/door.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import { invitation } from '../../solution/schema.js';
import type { Product } from '../service/product/product.js';
import { forgedClock } from '../unit/dataverse/forgedClock.js';
import { failedChangeset } from './testbed/failedChangeset.js';
import type { Interference, InterferingProxy } from './testbed/interferingProxy.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { type Addressee, tallyMails } from './testbed/ledger.js';
import { type ProductBehindProxy, startProductBehindProxy } from './testbed/productBehindProxy.js';
import { serviceContext } from './testbed/serviceContext.js';
import { lookOnce, workOff } from './testbed/workOff.js';

jest.setTimeout(60_000);

const { sendResult, set, state, status } = invitation;
const nothing = { lost: [], doubled: [], unexpected: [] };
const send = sendPlugin as unknown as Plugin;

let product: Product;
let proxy: InterferingProxy;
let close: ProductBehindProxy['close'];
beforeAll(async () => {
  ({ product, proxy, close } = await startProductBehindProxy());
});
afterAll(() => close());

/**
 * A service that sends one request at a time and has sent one already, so that it knows how long they last: no time, since its clock stands
 * still. Of the sends that wait together the first goes alone, and all others travel in one changeset.
 */
async function gatheringService(): Promise<PluginContext> {
  const context = serviceContext(product, { url: proxy.url, concurrency: 1, clock: forgedClock() });
  await sendRequests(product, 1);
  await lookOnce(send, context);
  return context;
}

/** Holds writes back until so many have come; they go on in the order of their ids. */
function together({ dataverse, ...context }: PluginContext, count: number): PluginContext {
  const held: { readonly first: string; readonly go: () => void }[] = [];
  const write = async (writes: readonly Write[]) => {
    if (held.length < count) {
      await new Promise<void>((go) => {
        held.push({ first: idOf(writes), go });
        if (held.length === count)
          for (const one of held.sort((a, b) => a.first.localeCompare(b.first))) one.go();
      });
    }
    return dataverse.write(writes);
  };
  return { ...context, dataverse: { ...dataverse, write } };
}
const idOf = ([first]: readonly Write[]): string => (first !== undefined && 'id' in first ? first.id : '');

/** Why one of them fails, at which of its three operations, and what becomes of it. */
interface Failing {
  readonly why: string;
  /** What happens when the changeset is on its way. */
  act?(row: Addressee): Promise<unknown>;
  /** What Dataverse says to every changeset that holds its mail. */
  readonly refusal?: Interference;
  readonly end: string;
  readonly result?: number;
}

const failings: readonly Failing[] = [
  {
    why: 'is deleted: its PATCH finds nothing',
    act: (row) => product.admin.remove(`${set}(${row.invitation})`),
    end: 'gone',
  },
  {
    why: 'is revoked: its PATCH is too late',
    act: (row) =>
      product.manager.update(`${set}(${row.invitation})`, {
        statecode: state.inactive,
        statuscode: status.inactive,
      }),
    end: 'inactive',
  },
  {
    why: 'has lost its contact: the mail cannot be created',
    act: (row) => product.admin.remove(`contacts(${row.contact})`),
    end: 'sendFailed',
    result: sendResult.noRecipient,
  },
  {
    why: 'has a contact who has lost the address: SendEmail is refused',
    act: (row) => product.admin.update(`contacts(${row.contact})`, { emailaddress1: null, donotemail: true }),
    end: 'sendFailed',
  },
  {
    why: 'is refused by a rule of the makers on its row',
    refusal: failedChangeset({ status: 400, code: '0x80040265' }),
    end: 'sendFailed',
    result: sendResult.refusedByDataverse,
  },
];
/** Each at another place of the changeset. */
const cases = failings.map((failing, place) => [failing.why, place, failing] as const);
/** All who were to be mailed; the mailbox is held against them in the end. */
const asked: Addressee[] = [];

describe('of five invitations in one changeset, one', () => {
  it.each(cases)('%s (place %i); the other four are sent', async (_why, place, failing) => {
    const service = await gatheringService();
    const rows = [...(await sendRequests(product, 6))].sort((one, other) =>
      one.invitation.localeCompare(other.invitation),
    );
    const five = rows.slice(1);
    const chosen = five[place];
    if (chosen === undefined) throw new Error('nobody was asked');
    const others = rows.filter((row) => row !== chosen);
    asked.push({ ...chosen, mails: 0 }, ...others);
    let travelled = 0;
    proxy.interfere = async ({ body }) => {
      if (!body.includes('SendEmail') || !body.includes(chosen.invitation)) return undefined;
      if (five.every((row) => body.includes(row.invitation))) {
        travelled += 1;
        await failing.act?.(chosen);
      }
      return failing.refusal;
    };
    await workOff([send], together(service, rows.length));
    proxy.interfere = () => undefined;

    expect(travelled).toBe(1);
    expect(statesOf(product, others)).toEqual({ sent: others.length });
    expect(statesOf(product, [chosen])).toEqual({ [failing.end]: 1 });
    if (failing.result !== undefined)
      expect(await product.read(chosen.invitation)).toMatchObject({ inv_sendresult: failing.result });
  });

  it('is not in the mailbox; everybody else is, once', async () => {
    expect(await tallyMails(product, asked)).toMatchObject({ requested: 5 * failings.length, ...nothing });
  });
});
