import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { redeem } from '../../../plugins/redeem/redeem.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { inviteRedemption } from '../../../solution/schema.js';
import { sampleSettings } from '../../service/product/settings.js';
import { group, invited, linksOf, person, someAddress } from '../../service/redeem/visitors/people.js';
import { attackDoors, type Attacked } from './attacked.js';

let doors: Attacked;
beforeAll(async () => {
  doors = await attackDoors();
});
beforeEach(() => doors.product.set(sampleSettings));
afterAll(() => doors.close());

/** Opens a link, signs in, and accepts, whether the page offers it or not. */
async function accept(code: string, visitor: Visitor) {
  const browser = doors.browser(visitor);
  await browser.follow(`/register?invitation=${code}`);
  const page = await browser.signIn();
  const answer = await browser.post('/redeem');
  const after = await browser.get(String(answer.headers.location));
  return { state: stateOf(page.body), to: answer.headers.location, after: stateOf(after.body), page };
}

const stateOf = (body: string): string | undefined => /data-state="(\w+)"/.exec(body)?.[1];

/** The same person at the API, in the name of a site. */
const acceptAtApi = async (code: string, identity: Visitor) => {
  const { body } = await doors.send({
    method: 'POST',
    path: '/api/redemptions',
    headers: { authorization: `Bearer ${doors.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code, identity }),
  });
  return JSON.parse(body) as { readonly code?: string; readonly contactId?: string };
};

/** The invitation with its version, and what belongs to the contact: nothing of it may change. */
async function rows({ id, contact }: { readonly id: string; readonly contact: string }): Promise<unknown> {
  const redemptions = `${inviteRedemption.set}?$filter=_regardingobjectid_value eq ${id}`;
  return [
    await doors.product.read(id),
    await doors.product.admin.get(`contacts(${contact})`),
    await linksOf(doors.product, contact),
    await doors.product.admin.rows(redemptions),
  ];
}

describe('a contact who has an identity is nobody else’s', () => {
  it.each<[string, (address: string) => Visitor]>([
    ['another account with the same verified address', (address) => person(address)],
    ['a subject that differs in case', (address) => person(address, { subject: 'SUBJECT-of-ann' })],
    ['another account that has no address', () => person()],
    ['another issuer, and no address', () => person(undefined, { issuer: 'https://evil.example' })],
    [
      'the same subject at another issuer',
      () => person(undefined, { issuer: 'https://evil.example', subject: 'subject-of-ann' }),
    ],
    [
      'an issuer and a subject that together read the same',
      () => person(undefined, { issuer: 'https://login.contoso.exampl', subject: 'e\nsubject-of-ann' }),
    ],
  ])('not for %s, at no policy and no door', async (_name, attacker) => {
    const target = await invited(doors.product);
    const first = await group(doors.product, [target.contact]);
    const owner = person(target.address, { subject: `subject-of-ann` });
    // Each case has a person of its own.
    const mine = (visitor: Visitor): Visitor => ({
      ...visitor,
      subject: `${visitor.subject}${target.contact}`,
    });
    expect(await redeem({ code: first.code, visitor: mine(owner) }, doors.product.context)).toMatchObject({
      outcome: 'redeemed',
    });
    const before = await rows(target);
    for (const linkingPolicy of ['verifiedEmail', 'code'] as const) {
      doors.product.set({ linkingPolicy });
      const eve = mine(attacker(target.address));
      expect(await accept(target.code, eve)).toMatchObject({
        state: expect.stringMatching(/^(identityTaken|wrongAccount)$/),
        to: '/register',
      });
      expect(await acceptAtApi(target.code, eve)).toMatchObject({
        code: expect.stringMatching(/^INV_(IDENTITY_TAKEN|REDEEMER_NOT_INVITED|API_REQUEST_INVALID)$/),
      });
    }
    expect(await rows(target)).toEqual(before);
  });
});

describe('a code that was used proves nothing any more', () => {
  it.each(['verifiedEmail', 'code'] as const)(
    'to whoever finds it where the site had proved the contact (linking by %s)',
    async (linkingPolicy) => {
      doors.product.set({ linkingPolicy });
      const target = await invited(doors.product);
      await redeem({ code: target.code, contactId: target.contact }, doors.product.context);
      const before = await rows(target);
      const eve = person(someAddress());
      expect(await accept(target.code, eve)).toMatchObject({
        state: 'invalid',
        to: '/register',
        after: 'invalid',
      });
      const api = await acceptAtApi(target.code, eve);
      expect(api).toMatchObject({ code: 'INV_CODE_INVALID' });
      expect(api).not.toHaveProperty('contactId');
      expect(await rows(target)).toEqual(before);
    },
  );
});

it('A code that was used lets nobody in again whose contact was suspended since', async () => {
  const target = await invited(doors.product);
  const owner = person(target.address);
  expect(await accept(target.code, owner)).toMatchObject({ to: '/redeemed' });
  await doors.product.admin.update(`contacts(${target.contact})`, { statecode: 1, statuscode: 2 });
  expect(await accept(target.code, owner)).toMatchObject({ state: 'inactive', to: '/register' });
  const api = await acceptAtApi(target.code, owner);
  expect(api).toMatchObject({ code: 'INV_REDEEMER_INACTIVE' });
  expect(api).not.toHaveProperty('contactId');
});

describe('an address that only looks like that of the invited contact', () => {
  it.each<[string, (local: string, domain: string) => string]>([
    ['a Cyrillic letter', (local, domain) => `${local.replace('a', '\u0430')}@${domain}`],
    ['an accent', (local, domain) => `${local.replace('a', 'á')}@${domain}`],
    ['a wide letter', (local, domain) => `${local.replace('a', '\uff41')}@${domain}`],
    ['a tag', (local, domain) => `${local}+portal@${domain}`],
    ['a dot', (local, domain) => `${local.replace('n', '.n')}@${domain}`],
    ['a dot at the end', (local, domain) => `${local}@${domain}.`],
    ['a domain that ends like it', (local, domain) => `${local}@evil${domain}`],
    ['a domain that begins like it', (local, domain) => `${local}@${domain}.evil.example`],
    ['its punycode', (local) => `${local}@xn--contoso-9ua.example`],
    ['a comment', (local, domain) => `${local}(comment)@${domain}`],
    ['quotes', (local, domain) => `"${local}"@${domain}`],
    ['a second address', (local, domain) => `eve@evil.example,${local}@${domain}`],
    ['a percent sign', (local, domain) => `${local}%@${domain}`],
    ['an underscore for a letter', (local, domain) => `${local.replace('a', '_')}@${domain}`],
  ])('with %s is somebody else’s', async (_name, forge) => {
    const local = `ann${randomUUID().slice(0, 8)}`;
    const contact = await doors.product.contact({ emailaddress1: `${local}@contoso.example` });
    const { code, id } = await group(doors.product, [contact]);
    const before = await rows({ id, contact });
    const eve = person(forge(local, 'contoso.example'));
    expect(await accept(code, eve)).toMatchObject({ state: 'wrongAccount', to: '/register' });
    expect(await rows({ id, contact })).toEqual(before);
  });
});

it('Of two contacts with one address the one who is not invited gets nothing', async () => {
  const { contact, address, code } = await invited(doors.product);
  const twin = await doors.product.contact({ emailaddress1: address });
  expect(await accept(code, person(address))).toMatchObject({ state: 'welcome', to: '/redeemed' });
  expect(await linksOf(doors.product, twin)).toEqual([]);
  expect(await linksOf(doors.product, contact)).toHaveLength(1);
});

it('Nobody is told whose an invitation is: neither name nor address', async () => {
  const target = await invited(doors.product);
  const { page } = await accept(target.code, person(someAddress()));
  expect(page.body).not.toContain('Ann Example');
  expect(page.body).not.toContain(target.address);
});
