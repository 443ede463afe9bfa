import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sendSelected } from '../../webresources/invitation.js';
import { call, create } from '../sandbox/server/webApi.js';
import { anError, type ServerRequest } from '../app/platform.js';
import { setScene, startProduct, startTimeout, type Product } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, startTimeout);
afterAll(() => product.sandbox.close());

const realSetTimeout = globalThis.setTimeout;
beforeEach(() => {
  jest
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((run: () => void, pause?: number) =>
      realSetTimeout(run, (pause ?? 0) < 1000 ? pause : 0)) as typeof setTimeout);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const requested = 724300001;
const sent = 724300002;

async function invitation(name: string, row: object = {}, contact: object = {}): Promise<string> {
  const contactId = await create(product.sandbox, 'contacts', {
    lastname: name,
    emailaddress1: `${name}@example.com`,
    ...contact,
  });
  return create(product.sandbox, 'inv_invitations', {
    inv_name: name,
    inv_type: 724300000,
    'inv_contactid@odata.bind': `/contacts(${contactId})`,
    ...row,
  });
}
const statusOf = async (id: string | undefined): Promise<unknown> =>
  (await call(product.sandbox, 'GET', `inv_invitations(${id})?$select=statuscode`)).json['statuscode'];
const asks = ({ method, path, body }: ServerRequest): boolean =>
  method === 'PATCH' &&
  path.startsWith('inv_invitations(') &&
  JSON.stringify(body) === `{"statuscode":${requested}}`;

describe('Send Invitation on a list', () => {
  it('says how many will be sent and why others are skipped, then asks for them', async () => {
    const able = [await invitation('Ada'), await invitation('Bea', { statuscode: 724300004 })];
    const skipped = [
      await invitation('Cleo', { statuscode: requested }),
      await invitation('Dora', { statuscode: sent }),
      await invitation('Ella', { statuscode: 724300003 }),
      await invitation('Fay', { inv_expirydate: '2020-01-01' }),
      await invitation('Gwen', {}, { emailaddress1: null }),
      await invitation('Hope', {}, { donotemail: true }),
      '00000000-0000-4000-8000-00000000dead',
    ];
    const scene = await setScene(product);
    const { context } = await scene.openList('inv_invitation');
    await sendSelected(context, [...able, ...skipped]);
    const reasons = [
      'Skipped, waiting to be sent: 1',
      'Skipped, already sent: 1',
      'Skipped, redeemed: 1',
      'Skipped, expired: 1',
      'Skipped, contact has no email address: 1',
      'Skipped, contact does not allow emails: 1',
      'Skipped, deleted or not open to you: 1',
    ].join('\n');
    expect(scene.said()).toEqual([
      `Invitations to be sent: 2\n${reasons}`,
      `Invitations that are being sent: 2\n${reasons}`,
    ]);
    expect(await Promise.all(able.map(statusOf))).toEqual([requested, requested]);
    expect(await statusOf(skipped[1])).toBe(sent);
  });

  it('says why when there is nothing to send', async () => {
    const id = await invitation('Ida', { statuscode: sent });
    const scene = await setScene(product);
    const { context } = await scene.openList('inv_invitation');
    await sendSelected(context, [id]);
    expect(scene.said()).toEqual(['None of the selected invitations can be sent.\nSkipped, already sent: 1']);
  });

  it('changes nothing when the user cancels', async () => {
    const id = await invitation('Joy');
    const scene = await setScene(product, { confirm: false });
    const { context } = await scene.openList('inv_invitation');
    await sendSelected(context, [id]);
    expect(await statusOf(id)).toBe(1);
  });

  it('names the row that fails, and asks for the others', async () => {
    const [kim, lea] = [await invitation('Kim'), await invitation('Lea')];
    const scene = await setScene(product, {
      before: (request) =>
        asks(request) && request.path.includes(kim) ? anError(403, '0x80048306', 'Not yours.') : undefined,
    });
    const { context } = await scene.openList('inv_invitation');
    await sendSelected(context, [kim, lea]);
    expect(await Promise.all([kim, lea].map(statusOf))).toEqual([1, requested]);
    expect(scene.said().at(-1)).toBe('Invitations that are being sent: 1\nFailed: 1\nKim: Not yours.');
  });

  it('asks for nothing twice when the answer is lost and the service has sent meanwhile', async () => {
    const id = await invitation('Mia');
    const asked: string[] = [];
    let lost = false;
    const scene = await setScene(product, {
      before: async (request) => {
        if (asks(request)) asked.push(request.path);
        // Between the lost answer and the look after it, the service has done its work.
        else if (lost && request.method === 'GET' && (await statusOf(id)) === requested)
          await call(product.sandbox, 'PATCH', `inv_invitations(${id})`, {
            body: { statuscode: sent, inv_sendgeneration: 1 },
          });
        return undefined;
      },
      after: (request) => {
        if (!asks(request)) return;
        lost = true;
        throw new Error('The connection broke.');
      },
    });
    const { context } = await scene.openList('inv_invitation');
    await sendSelected(context, [id]);
    expect(asked).toHaveLength(1);
    expect(await statusOf(id)).toBe(sent);
    expect(scene.said().at(-1)).toBe('Invitations that are being sent: 1');
  });

  it('asks for nothing that somebody else has had sent while the question was open', async () => {
    const [ona, pia] = [await invitation('Ona'), await invitation('Pia')];
    const scene = await setScene(product, {
      confirm: true,
      before: async (request) => {
        // The first write finds that the service has sent the other row since it was read.
        if (asks(request) && request.path.includes(ona)) {
          const row = { statuscode: sent, inv_sendgeneration: 1 };
          await call(product.sandbox, 'PATCH', `inv_invitations(${pia})`, { body: row });
          await call(product.sandbox, 'PATCH', `inv_invitations(${ona})`, { body: row });
        }
        return undefined;
      },
    });
    const { context } = await scene.openList('inv_invitation');
    await sendSelected(context, [ona, pia]);
    expect(await Promise.all([ona, pia].map(statusOf))).toEqual([sent, sent]);
  });

  it('asks for all of a long selection, some at a time', async () => {
    const names = Array.from({ length: 23 }, (_, index) => `Row${index}`);
    const ids = await Promise.all(names.map((name) => invitation(name)));
    const scene = await setScene(product);
    const { context } = await scene.openList('inv_invitation');
    await sendSelected(context, ids);
    expect(new Set(await Promise.all(ids.map(statusOf)))).toEqual(new Set([requested]));
    expect(scene.said().at(-1)).toBe('Invitations that are being sent: 23');
  });

  it('reads the list again while rows are waiting, and shows what became of them', async () => {
    const id = await invitation('Nora');
    let looks = 0;
    const scene = await setScene(product, {
      before: async ({ method, path }) => {
        const looking = method === 'GET' && path.includes(id) && (await statusOf(id)) === requested;
        if (looking && ++looks === 1)
          await call(product.sandbox, 'PATCH', `inv_invitations(${id})`, { body: { statuscode: sent } });
        return undefined;
      },
    });
    const { context, model } = await scene.openList('inv_invitation');
    await sendSelected(context, [id]);
    expect(looks).toBe(1);
    await model.settled();
    expect(model.rows.value.find((row) => row.id === id)?.cells['statuscode']?.text).toBe('Sent');
  });
});
