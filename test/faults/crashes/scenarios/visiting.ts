import { codePlugin } from '../../../../plugins/code/plugin.js';
import { identityKey, newContactId } from '../../../../plugins/invitation/ids.js';
import type { Visitor } from '../../../../plugins/redeem/visitor.js';
import { workOff } from '../../testbed/workOff.js';
import type { Scenario } from '../scenario.js';
import type { World } from '../world.js';

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

/** The first text is the code, the second the visitor. */
async function invited(world: World, row: Record<string, unknown> = {}): Promise<string> {
  world.texts.push(world.text(), world.text());
  const contact = await world.contact();
  const id = await world.single(contact, { inv_code: world.texts[0], ...row });
  await giveCodes(world);
  return id;
}

/** Whatever somebody who has signed in can come to. */
export const visiting: readonly Scenario[] = [
  {
    name: 'a visitor redeems as the contact of their address',
    plugins: [],
    async prepare(world) {
      const invitation = await invited(world);
      world.redeemers.push({ invitation, contact: world.contacts[0] ?? '', may: true });
    },
    first: (context, service, world) =>
      service.redeem({ code: world.texts[0] ?? '', visitor: visitorOf(world) }, context),
  },
  {
    name: 'a visitor becomes a new contact',
    plugins: [],
    settings: { redeemerPolicy: 'anyone' },
    async prepare(world) {
      world.texts.push(world.text(), world.text());
      const contact = newContactId(identityKey(issuer, world.texts[1] ?? ''));
      const invitation = await world.group([], { inv_code: world.texts[0] });
      await giveCodes(world);
      world.contacts.push(contact);
      world.redeemers.push({ invitation, contact, may: true });
    },
    first: (context, service, world) =>
      service.redeem(
        {
          code: world.texts[0] ?? '',
          visitor: visitorOf(world, { givenName: 'Noa', familyName: 'Neu' }),
        },
        context,
      ),
  },
  {
    name: 'a site redeems with an idempotency key, and repeats it when nobody answered',
    plugins: [],
    async prepare(world) {
      const invitation = await invited(world);
      world.redeemers.push({ invitation, contact: world.contacts[0] ?? '', may: true });
    },
    first: (context, service, world) =>
      service.redeemOnce(
        { code: world.texts[0] ?? '', visitor: visitorOf(world) },
        { client: 'shop', key: world.texts[1] ?? '', hash: 'a'.repeat(64) },
        context,
      ),
  },
  {
    name: 'a site redeems with an idempotency key what was redeemed before',
    plugins: [],
    async prepare(world) {
      const invitation = await invited(world);
      world.redeemers.push({ invitation, contact: world.contacts[0] ?? '', may: true });
      await world.ask(invitation, world.contacts[0] ?? null, world.texts[0] ?? '', true);
    },
    async first(context, service, world) {
      const redeem = service.plugins.find(({ name }) => name === 'redeem');
      await workOff([redeem as never], context);
      await service.redeemOnce(
        { code: world.texts[0] ?? '', visitor: visitorOf(world) },
        { client: 'shop', key: world.texts[1] ?? '', hash: 'a'.repeat(64) },
        context,
      );
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
      service.redeem(
        {
          code: world.texts[0] ?? '',
          visitor: visitorOf(world, { issuer: `${issuer}/${'x'.repeat(500)}` }),
        },
        context,
      ),
  },
  {
    name: 'an invited contact looks at an invitation that has expired, and asks for a new one',
    plugins: [],
    async prepare(world) {
      await invited(world, yesterday);
    },
    async first(context, service, world) {
      const request = { code: world.texts[0] ?? '', visitor: visitorOf(world) };
      await service.inspect(request, context);
      await service.askForNew(request, context);
    },
  },
  {
    name: 'somebody who has not signed in looks at a code',
    plugins: [],
    async prepare(world) {
      await invited(world);
    },
    first: (context, service, world) => service.inspect({ code: world.texts[0] ?? '' }, context),
  },
];
