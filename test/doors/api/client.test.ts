import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import {
  redeemOnBehalf,
  type ClientOptions,
  type Problem,
  type Redemption,
  type RedemptionRequest,
} from '../../../docs/examples/redeemOnBehalf.js';
import { problem } from '../../../plugins/doors/api/schema/problem.js';
import { redemption, type redemptionRequest } from '../../../plugins/doors/api/schema/redemption.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { invite, startApi, type ApiServer } from './apiServer.js';

let product: Product;
let api: ApiServer;
/** Requests that the API does not get to see: it is not connected. */
let refusals = 0;
beforeAll(async () => {
  product = await startProduct();
  api = await startApi(() => {
    if (refusals > 0) {
      refusals -= 1;
      return undefined;
    }
    return product.context;
  });
});
afterAll(async () => {
  await api.close();
  await product.close();
});
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

let waits: number[] = [];
const options = (given: Partial<ClientOptions> = {}): ClientOptions => {
  waits = [];
  return {
    url: api.url,
    credential: async () => api.key,
    wait: async (seconds) => waits.push(seconds),
    ...given,
  };
};

/** Passes requests on, and breaks the connection before the first answers. @returns its address, and the keys that came */
async function losing(answers: number): Promise<{ readonly url: string; readonly keys: string[] }> {
  const keys: string[] = [];
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const { authorization = '', 'idempotency-key': key = '' } = request.headers;
    keys.push(String(key));
    const answer = await fetch(api.url + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers: { authorization, 'idempotency-key': String(key), 'content-type': 'application/json' },
      body: Buffer.concat(body),
    });
    const text = await answer.text();
    if (keys.length <= answers) request.socket.destroy();
    else response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys };
}

describe('The client of docs/examples', () => {
  it('redeems, and speaks the types of the API', async () => {
    const { contactId, code } = await invite(product);
    const request: RedemptionRequest = { code, contactId, ipAddress: '203.0.113.7' };
    request satisfies z.input<typeof redemptionRequest>;
    const outcome = await redeemOnBehalf(request, options());
    const served: Redemption = redemption.parse(outcome);
    expect(served).toMatchObject({ outcome: 'redeemed', contactId, granted: { keptAccount: false } });
    expect(waits).toEqual([]);
  });

  it('takes a definite no for an answer', async () => {
    const { code } = await invite(product);
    const outcome = await redeemOnBehalf({ code, contactId: await product.contact() }, options());
    const refused: Problem | undefined = 'problem' in outcome ? problem.parse(outcome.problem) : undefined;
    expect(refused).toMatchObject({ code: 'INV_REDEEMER_NOT_INVITED', status: 403 });
    const wrong = options({ credential: async () => 'wrong' });
    expect(await redeemOnBehalf({ code, contactId: randomUUID() }, wrong)).toMatchObject({
      problem: { code: 'INV_API_UNAUTHORIZED' },
    });
    expect(waits).toEqual([]);
  });

  it('comes again when the service cannot answer, and waits no longer than a person would', async () => {
    const { contactId, code } = await invite(product);
    refusals = 2;
    expect(await redeemOnBehalf({ code, contactId }, options())).toMatchObject({ outcome: 'redeemed' });
    // Retry-After says 30 s.
    expect(waits).toEqual([10, 10]);
  });

  it('sends the same key again when the answer was lost, and hears the answer that it missed', async () => {
    const { contactId, invitation, code } = await invite(product);
    const { url, keys } = await losing(2);
    expect(await redeemOnBehalf({ code, contactId }, options({ url }))).toMatchObject({
      outcome: 'redeemed',
    });
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(waits.map(Math.floor)).toEqual([1, 2]);
    expect(await product.read(invitation)).toMatchObject({ inv_redemptions: 1 });
  });

  it('gives up after as many attempts as it was given', async () => {
    const { contactId, code } = await invite(product);
    refusals = 2;
    expect(await redeemOnBehalf({ code, contactId }, options({ attempts: 2 }))).toMatchObject({
      problem: { code: 'INV_DOOR_NOT_READY' },
    });
    const { url, keys } = await losing(2);
    await expect(redeemOnBehalf({ code, contactId }, options({ url, attempts: 2 }))).rejects.toThrow();
    expect(keys).toHaveLength(2);
  });

  it('has a problem of its own for what is between', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end('<html>')).listen(0);
    closing.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await redeemOnBehalf({ code: 'c', contactId: randomUUID() }, options({ url }))).toMatchObject({
      problem: { status: 404, code: 'NO_ANSWER' },
    });
  });
});
