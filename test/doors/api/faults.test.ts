import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { invite, startApi, type ApiServer } from './apiServer.js';

let product: Product;
let healthy: ApiServer;
beforeAll(async () => {
  product = await startProduct();
  healthy = await startApi(product.context);
});
afterAll(async () => {
  await healthy.close();
  await product.close();
});

const open: ApiServer[] = [];
afterEach(async () => {
  product.sandbox.faults.clear();
  await Promise.all(open.splice(0).map((api) => api.close()));
});
/** The API where Dataverse behaves like this. */
const where = async (dataverse: Partial<Dataverse>): Promise<ApiServer> => {
  const context: PluginContext = {
    ...product.context,
    dataverse: { ...product.context.dataverse, ...dataverse },
  };
  const api = await startApi(context);
  open.push(api);
  return api;
};

const unreachable = async (): Promise<never> => {
  throw invitationError('INV_DATAVERSE_UNREACHABLE', {
    url: 'https://secret.crm.example',
    reason: 'ECONNRESET',
  });
};
const unforeseen = async (): Promise<never> => {
  throw new TypeError('secret of the inside');
};

describe('There is no answer yet, and the same request may be sent again:', () => {
  it.each<[string, Partial<Dataverse>, number, string, string | null]>([
    ['Dataverse is away', { readTogether: unreachable }, 503, 'INV_DOOR_NOT_READY', '30'],
    [
      'its answer is lost again and again',
      { write: async () => ({ kind: 'unknown', error: { message: 'secret of the inside' } }) },
      503,
      'INV_OUTCOME_UNKNOWN',
      '5',
    ],
    [
      'the invitation keeps changing',
      { write: async () => ({ kind: 'changed' }) },
      503,
      'INV_REDEMPTION_CONTENDED',
      '1',
    ],
    ['something that nobody foresaw', { readTogether: unforeseen }, 500, 'INV_OUTCOME_UNKNOWN', null],
  ])('%s', async (_name, dataverse, status, code, retryAfter) => {
    const { contactId, code: invitationCode } = await invite(product);
    const api = await where(dataverse);
    const headers = { 'idempotency-key': invitationCode };
    const answer = await api.redeem({ code: invitationCode, contactId }, headers);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(api.log()).toContain('"level":50');
    expect(await healthy.redeem({ code: invitationCode, contactId }, headers)).toMatchObject({
      status: 200,
      body: { outcome: 'redeemed' },
    });
  });

  it('the service is not connected', async () => {
    const api = await startApi(undefined);
    open.push(api);
    const { contactId, code } = await invite(product);
    const answers = [await api.redeem({ code, contactId }), await api.status(code)];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'INV_DOOR_NOT_READY', retryAfter: 30 } });
    }
  });

  it('the status cannot be read', async () => {
    const api = await where({ readTogether: unreachable });
    expect(await api.status('code')).toMatchObject({ status: 503, body: { code: 'INV_DOOR_NOT_READY' } });
  });
});

it('An answer that is lost once is found: the client hears of nothing', async () => {
  const { contactId, invitation, code } = await invite(product);
  product.sandbox.faults.add({
    body: `PATCH .*inv_invitations\\(${invitation}`,
    times: 1,
    failure: { kind: 'dropAfter' },
  });
  const answer = await healthy.redeem({ code, contactId }, { 'idempotency-key': 'lost' });
  expect(answer).toMatchObject({ status: 200, body: { outcome: 'redeemed' } });
  expect(await product.read(invitation)).toMatchObject({ inv_redemptions: 1 });
});

it('What Dataverse refuses is definite, and its words stay inside', async () => {
  const { contactId, invitation, code } = await invite(product);
  product.sandbox.faults.add({
    body: `PATCH .*inv_invitations\\(${invitation}`,
    failure: { kind: 'error', status: 400, code: '0x80040265', message: 'a plug-in with secrets says no' },
  });
  const answer = await healthy.redeem({ code, contactId });
  expect(answer).toMatchObject({ status: 409, body: { code: 'INV_REDEMPTION_REFUSED' } });
  expect(JSON.stringify(answer.body)).not.toContain('plug-in');
});

describe('A refusal leaves at a full quarter of a second', () => {
  it('however long it took, and a success at once', async () => {
    let time = 0;
    const waits: number[] = [];
    const slow: Dataverse = {
      ...product.context.dataverse,
      readTogether: async (reads) => {
        time += 130;
        return product.context.dataverse.readTogether(reads);
      },
    };
    const timer = {
      read: () => time,
      wait: async (milliseconds: number) => {
        waits.push(milliseconds);
        time += milliseconds;
      },
    };
    const api = await startApi({ ...product.context, dataverse: slow }, { timer });
    open.push(api);
    const { contactId, code } = await invite(product);

    expect((await api.redeem({ code, contactId })).status).toBe(200);
    expect(waits).toEqual([]);
    for (const [refuse, status] of [
      [() => api.redeem({ code: 'unknown', contactId }), 404],
      [() => api.status('unknown'), 404],
      [() => api.redeem({ code, contactId }, { authorization: 'Bearer wrong' }), 401],
      [() => api.redeem({ code }), 400],
    ] as const) {
      const began = time;
      expect((await refuse()).status).toBe(status);
      expect([status, (time - began) % 250]).toEqual([status, 0]);
      expect(time - began).toBeGreaterThan(0);
    }
    expect(waits).toHaveLength(4);
  });
});
