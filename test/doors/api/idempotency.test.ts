import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { apiKeyHash, newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { invite, startApi, type ApiServer } from './apiServer.js';

const portalKey = newApiKey();
const shopKey = newApiKey();
const config = {
  keys: [
    { name: 'shop', sha256: apiKeyHash(shopKey) },
    { name: 'portal', sha256: apiKeyHash(portalKey) },
  ],
};

let product: Product;
let api: ApiServer;
let second: ApiServer;
beforeAll(async () => {
  product = await startProduct();
  api = await startApi(product.context, { config });
  second = await startApi(product.secondService(), { config });
});
afterAll(async () => {
  await second.close();
  await api.close();
  await product.close();
});

const withKey = (key: string, apiKey = shopKey) => ({
  authorization: `Bearer ${apiKey}`,
  'idempotency-key': key,
});
const requestRows = (): Promise<readonly object[]> =>
  product.admin.rows('inv_redemptionrequests?$select=inv_name,inv_code,inv_requesthash,statecode');

describe('An Idempotency-Key', () => {
  it('gives a repeat the answer of the first, word for word', async () => {
    const { contactId, invitation, code } = await invite(product);
    const headers = withKey(randomUUID());
    const first = await api.redeem({ code, contactId }, headers);
    expect(first).toMatchObject({ status: 200, body: { outcome: 'redeemed', granted: { webRoles: [] } } });
    expect((await api.redeem({ code, contactId }, headers)).body).toEqual(first.body);
    // What means the same in another order is the same request.
    expect((await api.redeem({ contactId, code }, headers)).body).toEqual(first.body);
    expect(await product.read(invitation)).toMatchObject({ inv_redemptions: 1 });
  });

  it('of 20 requests at once makes one redemption and 20 equal answers, also when two services answer', async () => {
    const { contactId, invitation, code } = await invite(product);
    const headers = withKey(randomUUID());
    const before = (await requestRows()).length;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? api : second).redeem({ code, contactId }, headers),
      ),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, body: { outcome: 'redeemed' } });
    expect(await product.read(invitation)).toMatchObject({ inv_redemptions: 1 });
    expect(await requestRows()).toHaveLength(before + 1);
  });

  it('is refused for another body', async () => {
    const { contactId, code } = await invite(product);
    const headers = withKey(randomUUID());
    await api.redeem({ code, contactId }, headers);
    expect(await api.redeem({ code, contactId, ipAddress: '203.0.113.7' }, headers)).toMatchObject({
      status: 422,
      body: { code: 'INV_IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('used for two invitations at once goes to one of them, and the other stays', async () => {
    const [one, two] = [await invite(product), await invite(product)];
    const headers = withKey(randomUUID());
    const answers = await Promise.all(
      [one, two].map(({ code, contactId }) => api.redeem({ code, contactId }, headers)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const counts = await Promise.all(
      [one, two].map(async ({ invitation }) => (await product.read(invitation)).inv_redemptions),
    );
    expect(counts.filter((count) => count === 1)).toHaveLength(1);
  });

  it('is the client’s own: another may use the same', async () => {
    const [one, two] = [await invite(product), await invite(product)];
    const key = randomUUID();
    const answers = [
      await api.redeem({ code: one.code, contactId: one.contactId }, withKey(key)),
      await api.redeem({ code: two.code, contactId: two.contactId }, withKey(key, portalKey)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('does not keep a refusal: who is invited meanwhile redeems with the same request', async () => {
    const contactId = await product.contact();
    const { invitation, code } = await invite(product);
    const headers = withKey(randomUUID());
    expect((await api.redeem({ code, contactId }, headers)).status).toBe(403);
    await product.manager.update(`inv_invitations(${invitation})`, {
      'inv_contactid@odata.bind': `/contacts(${contactId})`,
    });
    expect((await api.redeem({ code, contactId }, headers)).status).toBe(200);
  });

  it('keeps its answer when the activity, and refuses when the contact has been deleted since', async () => {
    const { contactId, code } = await invite(product);
    const headers = withKey(randomUUID());
    const first = await api.redeem({ code, contactId }, headers);
    const { redemptionId, ...rest } = first.body as { redemptionId: string };
    await product.admin.remove(`inv_inviteredemptions(${redemptionId})`);
    expect(await api.redeem({ code, contactId }, headers)).toMatchObject({ status: 200, body: rest });
    await product.admin.remove(`contacts(${contactId})`);
    expect((await api.redeem({ code, contactId }, headers)).status).toBe(403);
  });

  it('leaves neither code nor address in the row that keeps it', async () => {
    const { contactId, code } = await invite(product);
    const key = randomUUID();
    await api.redeem({ code, contactId, ipAddress: '203.0.113.99' }, withKey(key));
    const rows = JSON.stringify(await product.admin.rows('inv_redemptionrequests'));
    expect(rows).toContain('key:shop');
    for (const secret of [code, key, '203.0.113.99', shopKey]) expect(rows).not.toContain(secret);
  });
});

it('A key is kept in Dataverse: a service that is started anew gives the same answer, and refuses another body', async () => {
  const { contactId, code } = await invite(product);
  const headers = withKey(randomUUID());
  const first = await api.redeem({ code, contactId }, headers);
  const anew = await startApi(product.secondService(), { config });
  try {
    expect((await anew.redeem({ code, contactId }, headers)).body).toEqual(first.body);
    expect((await anew.redeem({ code, contactId: randomUUID() }, headers)).status).toBe(422);
  } finally {
    await anew.close();
  }
});
