import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { identityKey, newContactId, redemptionId } from '../../../plugins/invitation/ids.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { visitorOf } from '../../../plugins/doors/signIn/visitor/visitorOf.js';
import { invitation, inviteRedemption } from '../../../solution/schema.js';
import { sampleSettings } from '../../service/product/settings.js';
import {
  group,
  invited,
  issuer,
  linksOf,
  person,
  someAddress,
} from '../../service/redeem/visitors/people.js';
import { attackDoors, type Attacked } from './attacked.js';
import { harm, strangers } from './strangers.js';

let doors: Attacked;
beforeAll(async () => {
  doors = await attackDoors();
});
beforeEach(() => doors.product.set(sampleSettings));
afterAll(() => doors.close());

/** Whoever calls themselves so at a provider that believes everything. */
const called = (name: string): Visitor =>
  visitorOf(
    {
      iss: issuer,
      sub: randomUUID(),
      name,
      given_name: name,
      family_name: name,
      email: someAddress(),
      email_verified: true,
    },
    { name: 'Contoso', trustEmail: 'whenVerified' },
  );

/** Accepts an invitation by way of the page. @returns all that came back */
async function accept(code: string, visitor: Visitor): Promise<string> {
  const browser = doors.browser(visitor);
  const answers = [await browser.follow(`/register?invitation=${code}`), await browser.signIn()];
  answers.push(await browser.post('/redeem'), await browser.get('/redeemed'));
  return answers.map(({ headers, body }) => JSON.stringify(headers) + body).join('\n');
}

const api = async (path: string, body: object, more: Readonly<Record<string, string>> = {}) =>
  doors.send({
    method: 'POST',
    path: `/api/${path}`,
    headers: { authorization: `Bearer ${doors.key}`, 'content-type': 'application/json', ...more },
    body: JSON.stringify(body),
  });

describe('a name that somebody has at their provider', () => {
  it.each(strangers)(
    'and that is %s, is a name and nothing else: on the page, in rows, in mails',
    async (_what, name) => {
      doors.product.set({ redeemerPolicy: 'anyone' });
      const { admin, manager, post, run } = doors.product;
      const { code, id } = await group(doors.product);
      const visitor = called(name);
      const shown = await accept(code, visitor);
      expect(shown).not.toMatch(harm);
      expect(shown).not.toMatch(/"(set-cookie)":"visitor=eve/);

      const contact = newContactId(identityKey(visitor.issuer, visitor.subject));
      const row = await admin.get(`contacts(${contact})`);
      const activity = await admin.get(`${inviteRedemption.set}(${redemptionId(id, contact)})`);
      const [link] = await linksOf(doors.product, contact);
      for (const text of [row.firstname, row.lastname, row.fullname, activity.subject, link?.inv_name]) {
        expect(String(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
      }

      // The contact that they have become is invited, and inviter, and the mail is what it always is.
      const next = await doors.product.single(contact, {
        'inv_inviterid@odata.bind': `/contacts(${contact})`,
        inv_name: name.replace(/[\r\n]+/g, ' '),
      });
      await manager.update(`${invitation.set}(${next})`, { statuscode: invitation.status.sendRequested });
      expect(await run(sendPlugin)).toEqual(['sent']);
      await post.deliver();
      const [mail, ...more] = await post.mailsTo(String(visitor.verifiedEmail));
      expect(more).toEqual([]);
      expect(mail?.recipients).toEqual([visitor.verifiedEmail]);
      expect(await post.mailsTo('eve@evil.example')).toEqual([]);
      expect(mail?.subject).not.toMatch(/[\r\n]/);
      expect(mail?.html).not.toMatch(harm);
      expect(mail?.html).not.toMatch(/<p>Hello|root:|\[native code\]/);
      // The name is there as it was given, and was read by no template.
      if (name.startsWith('{')) expect(mail?.text).toContain(name.slice(0, 12));
      // One link, to the site.
      const links = [...String(mail?.html).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(links.filter((href) => !href?.startsWith('https://contoso.example/'))).toEqual([]);
    },
  );
});

describe('a name that a maker or an admin has given', () => {
  it.each(strangers)('and that is %s, is text on the page', async (_what, name) => {
    const { admin, product } = { admin: doors.product.admin, product: doors.product };
    const text = name.replace(/[\r\n]+/g, ' ');
    const [account, role, inviter] = [
      randomUUID(),
      randomUUID(),
      await product.contact({ lastname: text.slice(0, 50) }),
    ];
    await admin.create('accounts', { accountid: account, name: text });
    await admin.create('inv_webroles', { inv_webroleid: role, inv_name: text, inv_key: role });
    const target = await invited(product, {
      inv_name: text,
      'inv_accountid@odata.bind': `/accounts(${account})`,
      'inv_inviterid@odata.bind': `/contacts(${inviter})`,
      [`${invitation.manyToMany.webRoles}@odata.bind`]: [`/inv_webroles(${role})`],
    });
    await admin.update(`contacts(${target.contact})`, { firstname: text.slice(0, 50) });
    const shown = await accept(target.code, person(target.address));
    expect(shown).not.toMatch(harm);
    expect(shown).toContain('data-state="redeemed"');
    // Not a page more, and none of them cut short.
    expect(shown.match(/<\/html>/g)).toHaveLength(3);
  });
});

describe('what becomes a part of a query finds nothing but itself:', () => {
  it.each([
    `x'or'1'eq'1@contoso.example`,
    `x'%20or%20statecode%20eq%200@contoso.example`,
    `x%27or%271%27eq%271@contoso.example`,
    `x'||'@contoso.example`,
    `x'/**/or/**/true@contoso.example`,
    `x&$top=1000&$filter=true@contoso.example`,
    `x#$filter=true@contoso.example`,
    `x?$expand=owninguser@contoso.example`,
    `x'$batch\\r\\nGET@contoso.example`,
    `%@contoso.example`,
    `_____@contoso.example`,
    `*@contoso.example`,
    `x/../../systemusers@contoso.example`,
  ])('the address %s', async (address) => {
    doors.product.set({ redeemerPolicy: 'anyone' });
    const { code, id } = await group(doors.product, [await doors.product.contact()]);
    await doors.product.contact({ emailaddress1: 'abcde@contoso.example' });
    const visitor = person(address, { familyName: 'Odd' });
    await accept(code, visitor);
    // Nobody was found; so they became somebody new, with this address.
    const contact = newContactId(identityKey(visitor.issuer, visitor.subject));
    expect(await doors.product.admin.get(`contacts(${contact})`)).toMatchObject({ emailaddress1: address });
    expect(await doors.product.read(id)).toMatchObject({ inv_redemptions: 1 });
    // And they are found by it again, with another account: no new contact then.
    const again = await group(doors.product);
    await accept(again.code, person(address));
    expect(await doors.product.read(again.id)).toMatchObject({ inv_redemptions: null });
  });

  it.each([
    `' or inv_codehash ne '`,
    `') or true or ('`,
    '%27%20or%20true',
    'a/$count',
    '../contacts',
    `inv_codehash='x'`,
    '\u0000',
    '{{code}}',
    '${code}',
  ])('the code %j', async (code) => {
    await invited(doors.product);
    const { body } = await doors.browser().follow(`/register?invitation=${encodeURIComponent(code)}`);
    expect(body).toContain('data-state="invalid"');
    const contactId = await doors.product.contact();
    expect((await api('redemptions', { code, contactId })).status).toBe(404);
  });

  it('issuer, subject and key of whoever a site vouches for', async () => {
    const target = await invited(doors.product);
    const identity = {
      issuer: `https://evil.example/' or '1' eq '1`,
      subject: `x' or inv_subject ne '`,
      verifiedEmail: target.address,
      provider: `Con'toso)`,
      name: `$filter=true`,
    };
    const key = `a'/$value?$filter=true&b=)(`;
    const answers = [
      await api('redemptions', { code: target.code, identity }, { 'idempotency-key': key }),
      await api('redemptions', { code: target.code, identity }, { 'idempotency-key': key }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(await linksOf(doors.product, target.contact)).toMatchObject([
      { inv_issuer: identity.issuer, inv_subject: identity.subject },
    ]);
  });

  it('the address of a person that a proxy made up', async () => {
    const behind = await attackDoors({ config: { trustedProxies: 1 } }, doors.product);
    try {
      const target = await invited(doors.product);
      const browser = behind.browser(person(target.address));
      const headers = { 'x-forwarded-for': `<script>alert(1)</script>' or '1' eq '1` };
      await browser.follow(`/register?invitation=${target.code}`);
      await browser.signIn();
      expect((await browser.post('/redeem', {}, headers)).headers.location).toBe('/redeemed');
    } finally {
      await behind.close();
    }
  });
});

it('The code that a maker typed, with all that can be typed, opens the invitation it belongs to', async () => {
  const contact = await doors.product.contact({ emailaddress1: `o'hara+a%b&c=${someAddress()}` });
  const { emailaddress1 } = await doors.product.admin.get(`contacts(${contact})`);
  const inv_code = `O'Brien & söns {{x}} <b>?#%25+/${randomUUID()}`;
  const id = await doors.product.single(contact, { inv_code });
  await doors.product.run(codePlugin);
  await accept(encodeURIComponent(inv_code), person(String(emailaddress1)));
  expect(await doors.product.read(id)).toMatchObject({ inv_redemptions: 1 });
});
