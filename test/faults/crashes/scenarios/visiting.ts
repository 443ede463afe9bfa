import { codePlugin } from '../../../../plugins/code/plugin.js';
import { identityKey, newContactId } from '../../../../plugins/invitation/ids.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import type { Visitor } from '../../../../plugins/redeem/visitor.js';
import { invitation as table } from '../../../../solution/schema.js';
import { workOff } from '../../testbed/workOff.js';
import type { Scenario } from '../scenario.js';
import type { World } from '../world.js';
import { successOf } from './successOf.js';

const issuer = 'https://login.contoso.example';
const yesterday = { inv_expirydate: '2020-01-01' };

const giveCodes = ({ product }: World) => workOff([codePlugin as never], product.context);

/** Somebody who has signed in; their subject is one of the world's texts. */
const visitorOf = (world: World, given: Partial<Visitor> = {}): Visitor => ({
  issuer,
  subject: world.texts[1] ?? '',
  verifiedEmail: `${world.contacts[0]}@contoso.example`,
  provider: 'Contoso',
  ...given,
});
/** The same, of whom the provider tells no address. */
const withoutAddress = (world: World): Visitor => visitorOf(world, { verifiedEmail: undefined });
const newcomerOf = (world: World): Visitor => visitorOf(world, { givenName: 'Noa', familyName: 'Neu' });
/** What they ask. The first text is the code. */
const asks = (world: World, visitor = visitorOf(world)) => ({ code: world.texts[0] ?? '', visitor });
const keyOf = (world: World) => ({ client: 'shop', key: world.texts[1] ?? '', hash: 'a'.repeat(64) });

/** The first text is the code, the second the visitor. */
async function invited(world: World, row: Record<string, unknown> = {}): Promise<string> {
  world.texts.push(world.text(), world.text());
  const contact = await world.contact();
  const id = await world.single(contact, { inv_code: world.texts[0], ...row });
  await giveCodes(world);
  return id;
}

/** The contact they are invited as is theirs. */
const mayRedeem = (world: World, invitation: string): void =>
  void world.redeemers.push({ invitation, contact: world.contacts[0] ?? '', may: true });

/** A group for everybody; the visitor becomes a new contact. */
async function openGroup(world: World, row: Record<string, unknown> = {}): Promise<string> {
  world.texts.push(world.text(), world.text());
  const contact = newContactId(identityKey(issuer, world.texts[1] ?? ''));
  const id = await world.group([], { inv_code: world.texts[0], ...row });
  await giveCodes(world);
  world.contacts.push(contact);
  mayRedeem(world, id);
  return id;
}

/** Whatever somebody who has signed in can come to. */
export const visiting: readonly Scenario[] = [
  {
    name: 'a visitor redeems as the contact of their address',
    plugins: [],
    prepare: async (world) => mayRedeem(world, await invited(world)),
    first: (context, service, world) => successOf(service.redeem(asks(world), context)),
  },
  {
    name: 'a visitor is the invited contact by the code',
    plugins: [],
    settings: { linkingPolicy: 'code' },
    prepare: async (world) => mayRedeem(world, await invited(world)),
    first: (context, service, world) =>
      successOf(service.redeem(asks(world, withoutAddress(world)), context)),
  },
  {
    name: 'a visitor who is linked already redeems once more',
    plugins: [],
    async prepare(world) {
      mayRedeem(world, await invited(world));
      await redeem(asks(world), world.product.context);
      world.texts[0] = world.text();
      mayRedeem(world, await world.single(world.contacts[0], { inv_code: world.texts[0] }));
      await giveCodes(world);
    },
    first: (context, service, world) =>
      successOf(service.redeem(asks(world, withoutAddress(world)), context)),
  },
  {
    name: 'a visitor becomes a new contact, with the last use of a group',
    plugins: [],
    settings: { redeemerPolicy: 'anyone' },
    prepare: async (world) => void (await openGroup(world, { inv_maximumredemptions: 1 })),
    first: (context, service, world) => successOf(service.redeem(asks(world, newcomerOf(world)), context)),
  },
  {
    name: 'the answer to a new contact is lost',
    plugins: [],
    settings: { redeemerPolicy: 'anyone' },
    faults: ({ invitations: [id] }) => [
      { body: `PATCH .*inv_invitations\\(${id}`, times: 1, failure: { kind: 'dropAfter' } },
    ],
    prepare: async (world) => void (await openGroup(world)),
    first: (context, service, world) => successOf(service.redeem(asks(world, newcomerOf(world)), context)),
  },
  {
    name: 'a site redeems with an idempotency key, and repeats it when nobody answered',
    plugins: [],
    prepare: async (world) => mayRedeem(world, await invited(world)),
    first: (context, service, world) => service.redeemOnce(asks(world), keyOf(world), context),
  },
  {
    name: 'a site redeems with an idempotency key for a new contact, with an account and a web role',
    plugins: [],
    settings: { redeemerPolicy: 'anyone' },
    async prepare(world) {
      const account = await world.create('accounts', 'accountid', { name: 'Contoso' });
      const role = { inv_name: 'Member', inv_key: world.text() };
      const id = await openGroup(world, { 'inv_accountid@odata.bind': `/accounts(${account})` });
      const given = `inv_webroles(${await world.create('inv_webroles', 'inv_webroleid', role)})`;
      await world.product.manager.link(`${table.set}(${id})`, table.manyToMany.webRoles, given);
    },
    first: (context, service, world) =>
      service.redeemOnce(asks(world, newcomerOf(world)), keyOf(world), context),
  },
  {
    name: 'a site redeems with an idempotency key what was redeemed before',
    plugins: [],
    async prepare(world) {
      const invitation = await invited(world);
      mayRedeem(world, invitation);
      await world.ask(invitation, world.contacts[0] ?? null, world.texts[0] ?? '', true);
    },
    async first(context, service, world) {
      const plugin = service.plugins.find(({ name }) => name === 'redeem');
      await workOff([plugin as never], context);
      return service.redeemOnce(asks(world), keyOf(world), context);
    },
  },
  {
    name: 'a redemption that Dataverse refuses is told to the owner',
    plugins: [],
    async prepare(world) {
      const invitation = await invited(world);
      world.redeemers.push({ invitation, contact: world.contacts[0] ?? '', may: false });
    },
    // Longer than its column takes.
    first: (context, service, world) =>
      service.redeem(asks(world, visitorOf(world, { issuer: `${issuer}/${'x'.repeat(500)}` })), context),
  },
  {
    name: 'an invited contact looks at an invitation that has expired, and asks for a new one',
    plugins: [],
    prepare: async (world) => void (await invited(world, yesterday)),
    async first(context, service, world) {
      await service.inspect(asks(world), context);
      await service.askForNew(asks(world), context);
      // Asked for by now, whoever was told so.
      const inspection = await service.inspect(asks(world), context);
      return inspection.kind === 'closed' && inspection.asked;
    },
  },
  {
    name: 'somebody who has not signed in looks at a code',
    plugins: [],
    prepare: async (world) => void (await invited(world)),
    first: async (context, service, world) =>
      (await service.inspect({ code: world.texts[0] ?? '' }, context)).kind,
  },
];
