import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codePlugin } from '../../plugins/code/plugin.js';
import { redeemPlugin } from '../../plugins/redeem/plugin.js';
import type { Row } from '../../scripts/system/webApi.js';
import { redemptionRequest } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { portalWebApi, type PortalAnswer } from './site/portalWebApi.js';
import { readShippedSite } from './site/shippedSite.js';

let product: Product;
let api: ReturnType<typeof portalWebApi>;
beforeAll(async () => {
  product = await startProduct();
  api = portalWebApi(readShippedSite(), product.admin);
});
afterAll(() => product.close());

const bind = (contact: string): Row => ({ 'inv_contactid@odata.bind': `/contacts(${contact})` });
const ask = (contact: string, row: Row): Promise<PortalAnswer> => api.create(contact, row);
const read = (contact: string, select: string, filter: string): Promise<PortalAnswer> =>
  api.read(contact, new URLSearchParams({ $select: select, $filter: filter }));
const codeOf = ({ body }: PortalAnswer) => (body as { error: { code: string } }).error.code;
const idOf = ({ headers }: PortalAnswer) => headers?.['entityid'] ?? '';

describe('a visitor who speaks to the portal Web API without the page', () => {
  it.each([
    ['an outcome', { inv_outcome: redemptionRequest.outcome.redeemed }],
    ['a reason', { inv_reason: 'All is well' }],
    [
      'a redemption',
      { 'inv_redemptionid@odata.bind': '/inv_inviteredemptions(00000000-0000-0000-0000-000000000001)' },
    ],
    ['a status', { statuscode: redemptionRequest.status.completed }],
    ['a state', { statecode: 1 }],
    ['an address to be counted by', { inv_ipaddress: '203.0.113.7' }],
    ['an identity provider', { inv_identityprovider: 'entra' }],
    ['a name', { inv_name: 'Approved' }],
    ['an id', { inv_redemptionrequestid: '00000000-0000-4000-8000-000000000001' }],
    ['a hash of an API request', { inv_requesthash: 'f'.repeat(64) }],
    ['an owner', { 'ownerid@odata.bind': '/systemusers(00000000-0000-0000-0000-000000000001)' }],
  ])('cannot bring along %s', async (_, extra) => {
    const contact = await product.contact();
    const answer = await ask(contact, { inv_code: 'x', ...bind(contact), ...extra });
    expect([answer.status, codeOf(answer)]).toEqual([403, '90040101']);
  });

  it('cannot ask in the name of another contact', async () => {
    const [visitor, other] = [await product.contact(), await product.contact()];
    const answer = await ask(visitor, { inv_code: 'x', ...bind(other) });
    expect([answer.status, codeOf(answer)]).toEqual([403, '90040106']);
  });

  it('who names no contact is answered “failed”, and gets nothing', async () => {
    const visitor = await product.contact();
    const code = 'a-code-without-a-contact';
    const invitation = await product.single(visitor, { inv_code: code });
    await product.run(codePlugin);
    const id = idOf(await ask(visitor, { inv_code: code }));
    await product.run(redeemPlugin);
    expect(await product.admin.get(`${redemptionRequest.set}(${id})`)).toMatchObject({
      inv_code: null,
      inv_outcome: redemptionRequest.outcome.failed,
    });
    expect(await product.read(invitation)).toMatchObject({ inv_redemptions: null });
  });

  it('reads the outcome of own requests, no request of others, and no code', async () => {
    const [visitor, other] = [await product.contact(), await product.contact()];
    const id = idOf(await ask(visitor, { inv_code: 'a-wrong-code', ...bind(visitor) }));
    expect(codeOf(await read(visitor, 'inv_code', `inv_redemptionrequestid eq ${id}`))).toBe('90040101');
    expect(codeOf(await read(visitor, 'inv_outcome', `startswith(inv_code,'a')`))).toBe('90040101');
    expect(codeOf(await read(visitor, 'inv_reason', `inv_redemptionrequestid eq ${id}`))).toBe('90040101');
    await product.run(redeemPlugin);
    const outcomes = (answer: PortalAnswer) =>
      (answer.body as { value: Row[] }).value.map((row) => row.inv_outcome);
    const asked = `inv_redemptionrequestid eq ${id}`;
    expect(outcomes(await read(visitor, 'inv_outcome', asked))).toEqual([
      redemptionRequest.outcome.invalidCode,
    ]);
    expect(outcomes(await read(other, 'inv_outcome', asked))).toEqual([]);
  });

  it('who asks the same question again gets what the site has kept: so the page never does', async () => {
    const visitor = await product.contact();
    const id = idOf(await ask(visitor, { inv_code: 'a-wrong-code', ...bind(visitor) }));
    const look = (number: number) =>
      read(visitor, 'inv_outcome', `inv_redemptionrequestid eq ${id} and inv_outcome gt ${number}`);
    expect((await look(1)).body).toEqual({ value: [] });
    await product.run(redeemPlugin);
    expect((await look(1)).body).toEqual({ value: [] });
    expect((await look(2)).body).toEqual({
      value: [expect.objectContaining({ inv_redemptionrequestid: id })],
    });
  });
});
