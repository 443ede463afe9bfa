import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import type { Row } from '../../../plugins/dataverse/door.js';
import { redemptionId } from '../../../plugins/invitation/ids.js';
import { invitation as table } from '../../../solution/schema.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { invite, startApi, type ApiServer } from './apiServer.js';

let product: Product;
let api: ApiServer;
beforeAll(async () => {
  product = await startProduct();
  api = await startApi(product.context);
});
afterAll(async () => {
  await api.close();
  await product.close();
});

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const identity = (row: { verifiedEmail?: string; name?: string } = {}) => ({
  issuer: 'https://login.contoso.example',
  subject: randomUUID(),
  provider: 'Contoso',
  ...row,
});
const addressOf = async (contact: string): Promise<string> =>
  String((await product.admin.get(`contacts(${contact})`)).emailaddress1);

describe('POST /api/redemptions', () => {
  it('redeems for a contact, and says what was granted', async () => {
    const { contactId, invitation, code } = await invite(product);
    const answer = await api.redeem({
      code,
      contactId,
      ipAddress: '203.0.113.7',
      identityProvider: 'Contoso',
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        outcome: 'redeemed',
        redemptionId: redemptionId(invitation, contactId),
        contactId,
        granted: { keptAccount: false, webRoles: [], workflow: false },
      },
    });
    expect(
      await product.admin.get(`inv_inviteredemptions(${redemptionId(invitation, contactId)})`),
    ).toMatchObject({
      inv_ipaddress: '203.0.113.7',
      inv_identityprovider: 'Contoso',
    });
  });

  it('grants account and web roles, and calls them by name', async () => {
    const [account, role] = [randomUUID(), randomUUID()];
    await product.admin.create('accounts', { accountid: account, name: 'Contoso' });
    await product.admin.create('inv_webroles', { inv_webroleid: role, inv_name: 'Member', inv_key: role });
    const { contactId, code } = await invite(product, {
      'inv_accountid@odata.bind': `/accounts(${account})`,
      [`${table.manyToMany.webRoles}@odata.bind`]: [`/inv_webroles(${role})`],
    });
    expect((await api.redeem({ code, contactId })).body).toMatchObject({
      granted: { account: 'Contoso', keptAccount: false, webRoles: ['Member'], workflow: false },
    });
  });

  it('answers the contact who has redeemed already with a success', async () => {
    const { contactId, invitation, code } = await invite(product);
    await api.redeem({ code, contactId });
    expect(await api.redeem({ code, contactId })).toMatchObject({
      status: 200,
      body: { outcome: 'alreadyRedeemed', contactId, redemptionId: redemptionId(invitation, contactId) },
    });
    expect(await product.read(invitation)).toMatchObject({ inv_redemptions: 1 });
  });

  it('finds the contact of somebody who has signed in with their address', async () => {
    const { contactId, code } = await invite(product);
    const who = identity({ verifiedEmail: (await addressOf(contactId)).toUpperCase() });
    expect(await api.redeem({ code, identity: who })).toMatchObject({
      status: 200,
      body: { outcome: 'redeemed', contactId },
    });
  });

  it.each<[string, Row]>([
    ['unknown', {}],
    ['expired', { inv_expirydate: day(-2) }],
    ['withdrawn', { statecode: 1, statuscode: table.status.inactive }],
  ])('answers an %s code like any other that is not valid', async (name, row) => {
    const { contactId, invitation, code } = await invite(product);
    if (name !== 'unknown') await product.manager.update(`${table.set}(${invitation})`, row);
    const answer = await api.redeem({ code: name === 'unknown' ? randomUUID() : code, contactId });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      type: 'https://invite.contoso.example/api/errors#INV_CODE_INVALID',
      title: 'The invitation code is not valid',
      status: 404,
      detail: expect.any(String),
      code: 'INV_CODE_INVALID',
    });
  });

  it('tells a used code from an unknown one in nothing but the date', async () => {
    const { contactId, code } = await invite(product);
    await api.redeem({ code, contactId });
    const stranger = await product.contact();
    const shown = ({ body, headers }: { body: unknown; headers: Headers }) => ({
      body,
      headers: [...headers].filter(([name]) => name !== 'date'),
    });
    const used = await api.redeem({ code, contactId: stranger });
    expect(shown(used)).toEqual(shown(await api.redeem({ code: randomUUID(), contactId: stranger })));
  });

  it('refuses a contact whom it is not for, and leaves it to the other', async () => {
    const { contactId, code } = await invite(product);
    const stranger = await product.contact();
    expect(await api.redeem({ code, contactId: stranger })).toMatchObject({
      status: 403,
      body: { code: 'INV_REDEEMER_NOT_INVITED' },
    });
    expect((await api.redeem({ code, contactId })).status).toBe(200);
  });

  it('refuses somebody who has signed in whom nobody knows', async () => {
    const { code } = await invite(product);
    expect(await api.redeem({ code, identity: identity() })).toMatchObject({
      status: 403,
      body: { code: 'INV_REDEEMER_NOT_INVITED' },
    });
  });

  it('refuses another account of a contact who has one', async () => {
    const contactId = await product.contact();
    const verifiedEmail = await addressOf(contactId);
    const codes = [];
    for (let one = 0; one < 2; one += 1) {
      const code = randomUUID();
      await product.single(contactId, { inv_code: code });
      codes.push(code);
    }
    await product.run(codePlugin);
    const [first, second] = codes;
    expect((await api.redeem({ code: first, identity: identity({ verifiedEmail }) })).status).toBe(200);
    expect(await api.redeem({ code: second, identity: identity({ verifiedEmail }) })).toMatchObject({
      status: 403,
      body: { code: 'INV_IDENTITY_TAKEN' },
    });
  });

  it('refuses a contact who is inactive', async () => {
    const { contactId, code } = await invite(product);
    await product.admin.update(`contacts(${contactId})`, { statecode: 1, statuscode: 2 });
    expect(await api.redeem({ code, contactId })).toMatchObject({
      status: 403,
      body: { code: 'INV_REDEEMER_INACTIVE' },
    });
  });

  it('locks out the person who is signed in at the site, and them alone', async () => {
    const { contactId, code } = await invite(product);
    const guess = () => api.redeem({ code: randomUUID(), contactId });
    const statuses = (await Promise.all(Array.from({ length: 40 }, guess))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array<number>(30).fill(404), ...Array<number>(10).fill(429)]);
    expect((await api.redeem({ code, contactId })).status).toBe(429);
    const other = await invite(product);
    expect((await api.redeem({ code: other.code, contactId: other.contactId })).status).toBe(200);
  });

  it('locks out the address of the person, not that of the site', async () => {
    const [contactId, ipAddress] = [await product.contact(), '198.51.100.9'];
    const guess = () => api.redeem({ code: randomUUID(), contactId: randomUUID(), ipAddress });
    await Promise.all(Array.from({ length: 100 }, guess));
    const answer = await guess();
    expect(answer).toMatchObject({ status: 429, body: { code: 'INV_TOO_MANY_ATTEMPTS' } });
    const { retryAfter } = answer.body as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(500);
    expect(answer.headers.get('retry-after')).toBe(String(retryAfter));
    expect((await api.redeem({ code: randomUUID(), contactId, ipAddress: '198.51.100.10' })).status).toBe(
      404,
    );
    expect((await api.redeem({ code: randomUUID(), contactId })).status).toBe(404);
  });
});

describe('GET /api/invitations/status', () => {
  it('tells what an open invitation is, and changes nothing', async () => {
    const { contactId, invitation, code } = await invite(product, { inv_expirydate: day(5) });
    const before = await product.read(invitation);
    const { status, body } = await api.status(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'open', group: false, webRoles: [], expiryDate: day(5) });
    expect(JSON.stringify(body)).not.toContain(await addressOf(contactId));
    expect(await product.read(invitation)).toEqual(before);
  });

  it('answers 404 for what cannot be redeemed, and 429 after too many', async () => {
    const { contactId, code } = await invite(product);
    await api.redeem({ code, contactId });
    expect((await api.status(code)).body).toEqual((await api.status(randomUUID())).body);
    const headers = { 'person-address': '198.51.100.20' };
    const answers = await Promise.all(Array.from({ length: 110 }, () => api.status(randomUUID(), headers)));
    const tally = new Set(answers.map(({ status }) => status));
    expect([...tally].sort()).toEqual([404, 429]);
  });

  it('answers HEAD like GET, without a body', async () => {
    const { code } = await invite(product);
    const head = await api.ask('/api/invitations/status', {
      method: 'HEAD',
      headers: { 'invitation-code': code },
    });
    expect([head.status, head.body]).toEqual([200, undefined]);
  });
});

it('The log of the API holds no code, address or name of those who came', async () => {
  const contactId = await product.contact({ firstname: 'Ludmila', lastname: 'Verkhova' });
  const who = identity({ verifiedEmail: await addressOf(contactId), name: 'Ludmila Verkhova' });
  const code = randomUUID();
  await api.redeem({ code, identity: who, ipAddress: '198.51.100.77' });
  await api.redeem({ [code]: code, code, identity: { ...who, [String(who.verifiedEmail)]: 1 } });
  await api.redeem(`{"code":"${code}`);
  await api.status(code);
  const log = api.log();
  expect(log).toContain('INV_CODE_INVALID');
  for (const secret of [code, String(who.verifiedEmail), 'Ludmila', '198.51.100.77', api.key]) {
    expect(log).not.toContain(secret);
  }
});
