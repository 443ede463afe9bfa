import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { invitation as table, redemptionRequest } from '../../../solution/schema.js';
import { invited, person, someAddress } from '../redeem/visitors/people.js';
import { comparing, type World } from './compare.js';
import { openRealPage } from './realPage.js';

const { compare, product } = comparing();

/** What somebody passes on the way, as texts: addresses, pages, cookies, log lines. */
type Trace = readonly (readonly [string, string])[];

/** Where on the way the code can be read. */
const placesWith = (code: string, trace: Trace): readonly string[] =>
  trace.filter(([, text]) => text.toLowerCase().includes(code.toLowerCase())).map(([place]) => place);

// Native: a column that everybody reads; and from the link on, the code is in every address, in the provider's and in the site's log too.
describe('#12 the code', () => {
  it('#12 is read by nobody but the service, and forgotten by the request that brought it', async () => {
    const { id, code, contact } = await invited(product());
    const own = await product().manager.get(`${table.set}(${id})?$select=inv_code`);
    const asAdmin = await product().admin.get(`${table.set}(${id})?$select=inv_code`);
    expect([own.inv_code, asAdmin.inv_code]).toEqual([null, code]);
    const request = randomUUID();
    await product().admin.create(redemptionRequest.set, {
      inv_redemptionrequestid: request,
      inv_name: 'at the site',
      inv_code: code,
      'inv_contactid@odata.bind': `/contacts(${contact})`,
    });
    await product().run(redeemPlugin);
    const answered = await product().admin.get(`${redemptionRequest.set}(${request})`);
    expect(answered).toMatchObject({ inv_outcome: redemptionRequest.outcome.redeemed, inv_code: null });
    expect(JSON.stringify(await product().admin.rows('inv_inviteredemptions'))).not.toContain(code);
  });

  it('#12 leaves the address at once: no other address, page, cookie, provider or log line has it', async () => {
    const { code, address } = await invited(product());
    const page = await openRealPage(product(), () => person(address));
    const trace: [string, string][] = [];
    const keep = (place: string, { headers, body }: Awaited<ReturnType<typeof page.get>>): void => {
      trace.push([`${place}, headers`, JSON.stringify(headers)], [`${place}, page`, body]);
    };
    keep('link', await page.get(`/register?invitation=${code}`));
    keep('invitation', await page.get('/register'));
    keep('to the provider', await page.post('/sign-in', { provider: 'contoso' }));
    keep('back', await page.get('/signed-in/contoso?code=fromprovider&state=state'));
    keep('signed in', await page.get('/register'));
    keep('redeem', await page.post('/redeem'));
    keep('redeemed', await page.get('/redeemed'));
    trace.push(['cookies', JSON.stringify([...page.cookies])], ['log', JSON.stringify(page.lines())]);
    expect(page.cookies.size).toBeGreaterThan(1);
    expect(page.lines().length).toBeGreaterThan(5);
    expect(placesWith(code, trace)).toEqual([]);
  });

  it('#12 leaves the address at once – and the native behaviour fails that', () => {
    const code = randomUUID();
    const native: Trace = [
      ['link, headers', `{"location":"/Account/Login/Register?returnUrl=%2F&invitationCode=${code}"}`],
      ['invitation, page', `<span>Redeeming code:</span> ${code}`],
      [
        'to the provider, headers',
        `{"location":"…redirect_uri=…ExternalLoginCallback?invitationCode=${code}"}`,
      ],
      ['redeemed, page', 'Profile'],
    ];
    expect(placesWith(code, native)).toEqual([
      'link, headers',
      'invitation, page',
      'to the provider, headers',
    ]);
  });
});

// Native: the sign-in is throttled, the redemption is not; a failed attempt leaves no trace.
describe('#13 somebody who guesses', () => {
  /** How often they were told what in 110 guesses; and what the invited contact is told from the same address afterwards. */
  const guessing = (ipAddress: string, guesser: () => Visitor) => async (world: World) => {
    const { code, address } = await invited(world.product);
    const system = world.open();
    const guess = (): Promise<string> => system.asVisitor(randomUUID(), guesser(), ipAddress);
    // The native system makes a contact of somebody at the first: after that they are known.
    const answers = [await guess(), ...(await Promise.all(Array.from({ length: 109 }, guess)))];
    const told: Record<string, number> = {};
    for (const answer of answers) told[answer] = (told[answer] ?? 0) + 1;
    return { told, then: await system.asVisitor(code, person(address), ipAddress) };
  };

  compare({
    name: '#13 has a hundred codes looked up from one address, whoever they say they are, and then waits',
    observe: guessing('203.0.113.1', () => person(someAddress())),
    ours: { told: { INV_CODE_INVALID: 100, INV_TOO_MANY_ATTEMPTS: 10 }, then: 'INV_TOO_MANY_ATTEMPTS' },
    native: { told: { 'signed in': 110 }, then: 'redeemed' },
  });

  compare({
    name: '#13 has thirty looked up as one person, and stands in nobody else’s way',
    observe: (world) => {
      const one = person(someAddress());
      return guessing('203.0.113.2', () => one)(world);
    },
    ours: { told: { INV_CODE_INVALID: 30, INV_TOO_MANY_ATTEMPTS: 80 }, then: 'redeemed' },
    native: { told: { 'signed in': 1, 'Invalid invitation code.': 109 }, then: 'redeemed' },
  });

  it('#13 is told of in the log, without the address or the code', async () => {
    const page = await openRealPage(product(), () => person(someAddress()));
    const code = randomUUID();
    for (let time = 0; time < 101; time += 1) await page.follow(`/register?invitation=${code}${time}`);
    const events = page.lines().filter(({ security }) => security === 'lockedOut');
    expect(events).toHaveLength(1);
    const log = JSON.stringify(page.lines());
    for (const secret of [code, '127.0.0.1']) expect(log).not.toContain(secret);
  });

  it('#13 guesses among 2^130 codes where the maker types none', async () => {
    const id = await product().single(await product().contact());
    await product().run(codePlugin);
    expect((await product().read(id)).inv_code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });
});

// Native: the look-up asks for one row and gets none where there are two; nothing tells either maker.
describe('#14 a code that two invitations have', () => {
  compare({
    name: '#14 stays that of the first',
    async observe({ product, open }) {
      const { code, contact } = await invited(product);
      const other = await product.contact();
      await product.single(other, { inv_code: code });
      await product.run(codePlugin);
      return [await open().asContact(code, contact), await open().asContact(code, other)];
    },
    // It is used up by then: the second has no code.
    ours: ['redeemed', 'INV_CODE_INVALID'],
    native: ['Invalid invitation code.', 'Invalid invitation code.'],
  });

  it('#14 is told to the maker of the second, and mended by another code', async () => {
    const { code } = await invited(product());
    const contact = await product().contact();
    const id = await product().single(contact, { inv_code: code });
    await product().run(codePlugin);
    expect(await product().read(id)).toMatchObject({
      statuscode: table.status.sendFailed,
      inv_sendresult: table.sendResult.codeInUse,
    });
    const another = randomUUID();
    await product().manager.update(`${table.set}(${id})`, { inv_code: another });
    const answer = await redeem({ code: another, contactId: contact }, product().context);
    expect(answer).toMatchObject({ outcome: 'redeemed' });
  });
});
