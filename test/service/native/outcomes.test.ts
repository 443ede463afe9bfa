import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { group, invited, person, someAddress } from '../redeem/visitors/people.js';
import { comparing } from './compare.js';
import { openRealPage, stateOf } from './realPage.js';
import { contactsWith } from './rows.js';

const { compare, product } = comparing();
const expired = { inv_expirydate: '2020-01-01' };

// Native: a code that is no good is dropped without a word; whoever brought it becomes a new contact, signed in and granted nothing.
describe('#7 a code that is no good any more', () => {
  compare({
    name: '#7 is said to be invalid, and makes no contact, though anyone may redeem',
    settings: { redeemerPolicy: 'anyone' },
    async observe({ product, open }) {
      const seen = [];
      for (const code of [(await group(product, [], expired)).code, randomUUID()]) {
        const address = someAddress();
        const told = await open().asVisitor(code, person(address));
        seen.push({ told, contacts: await contactsWith(product, address) });
      }
      return seen;
    },
    ours: [
      { told: 'INV_CODE_INVALID', contacts: 0 },
      { told: 'INV_CODE_INVALID', contacts: 0 },
    ],
    native: [
      { told: 'signed in', contacts: 1 },
      { told: 'signed in', contacts: 1 },
    ],
  });

  it('#7 tells the invited contact why, and lets them ask its owner for a new one', async () => {
    const { code, id, address } = await invited(product(), expired);
    const page = await openRealPage(product(), () => person(address));
    await page.follow(`/register?invitation=${code}`);
    const closed = await page.signIn();
    expect([closed.statusCode, stateOf(closed.body)]).toEqual([200, 'closed']);
    expect(closed.body).toContain('action="/ask"');
    await page.post('/ask');
    const tasks = await product().admin.rows(`tasks?$filter=_regardingobjectid_value eq ${id}`);
    expect(tasks).toMatchObject([{ subject: 'Ann Example asks for a new invitation' }]);
  });
});

// Native: what nobody thought of is an exception, and whoever follows the link sees an error page.
describe('#8 what stands in the way', () => {
  compare({
    name: '#8 is an answer: the invited contact is inactive, was deleted, or has redeemed the group before',
    async observe({ product, open }) {
      const inactive = await invited(product);
      await product.admin.update(`contacts(${inactive.contact})`, { statecode: 1, statuscode: 2 });
      const member = await product.contact();
      const many = await group(product, [member]);
      await open().asContact(many.code, member);
      return {
        inactive: await open().asVisitor(inactive.code, person(inactive.address)),
        again: await open().asContact(many.code, member),
      };
    },
    ours: { inactive: 'INV_REDEEMER_INACTIVE', again: 'alreadyRedeemed' },
    native: { inactive: 'error page', again: 'error page' },
  });

  it('#8 is a page that says so, and none is an error page', async () => {
    const [inactive, linked, deleted, done] = [
      await invited(product()),
      await invited(product()),
      await invited(product()),
      await invited(product()),
    ];
    const who = person(linked.address);
    const first = await group(product(), [linked.contact]);
    const before = await openRealPage(product(), () => who);
    await before.follow(`/register?invitation=${first.code}`);
    await before.signIn();
    await before.post('/redeem');
    for (const { contact } of [inactive, linked]) {
      await product().admin.update(`contacts(${contact})`, { statecode: 1, statuscode: 2 });
    }
    await product().admin.remove(`contacts(${deleted.contact})`);

    const shown = async (code: string, visitor = person(someAddress()), times = 1) => {
      const page = await openRealPage(product(), () => visitor);
      await page.follow(`/register?invitation=${code}`);
      await page.signIn();
      for (let time = 0; time < times; time += 1) await page.post('/redeem');
      const { statusCode, body } = await page.get('/register');
      return [statusCode, stateOf(body)];
    };
    expect(await shown(inactive.code, person(inactive.address))).toEqual([403, 'inactive']);
    expect(await shown(linked.code, who)).toEqual([403, 'inactive']);
    expect(await shown(deleted.code, person(deleted.address))).toEqual([403, 'wrongAccount']);
    expect(await shown(done.code, person(done.address), 2)).toEqual([200, 'redeemedBefore']);
  });
});

// Native: whoever is signed in already cannot redeem, and a code that turns out bad after signing in ends on an error page.
describe('#26 somebody who is signed in already', () => {
  it('#26 redeems the next invitation without signing in again', async () => {
    const { code, contact, address } = await invited(product());
    const next = await group(product(), [contact]);
    let signIns = 0;
    const visitor = person(address);
    const page = await openRealPage(product(), () => {
      signIns += 1;
      return visitor;
    });
    await page.follow(`/register?invitation=${code}`);
    await page.signIn();
    await page.post('/redeem');
    const open = await page.follow(`/register?invitation=${next.code}`);
    expect(open.body).toContain('action="/redeem"');
    const { headers } = await page.post('/redeem');
    expect([headers.location, signIns]).toEqual(['/redeemed', 1]);
    expect(await product().read(next.id)).toMatchObject({ inv_redemptions: 1 });
  });

  it('#26 is told on the page when the code is no good, and goes on from there', async () => {
    const { code, id, address } = await invited(product());
    const page = await openRealPage(product(), () => person(address));
    await page.follow(`/register?invitation=${randomUUID()}`);
    const refused = await page.signIn();
    expect([refused.statusCode, stateOf(refused.body)]).toEqual([404, 'invalid']);
    const open = await page.follow(`/register?invitation=${code}`);
    expect(open.body).toContain('action="/redeem"');
    await page.post('/redeem');
    expect(await product().read(id)).toMatchObject({ inv_redemptions: 1 });
  });
});
