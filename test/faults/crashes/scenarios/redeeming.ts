import { codePlugin } from '../../../../plugins/code/plugin.js';
import { redeemPlugin } from '../../../../plugins/redeem/plugin.js';
import { invitation } from '../../../../solution/schema.js';
import { workOff } from '../../testbed/workOff.js';
import type { Scenario } from '../scenario.js';
import { successOf } from './successOf.js';
import type { World } from '../world.js';

/** Processes of the sandbox (its jobs/processes.ts). */
const welcomeTask = '5a5d0000-0000-4000-8000-0000000f0001';
const draft = '5a5d0000-0000-4000-8000-0000000f0003';

const giveCodes = ({ product }: World) => workOff([codePlugin as never], product.context);

/** A single invitation of a contact, with a code that the service knows. */
async function invited(world: World, row: Record<string, unknown> = {}) {
  const [contact, code] = [await world.contact(), world.text()];
  const id = await world.single(contact, { inv_code: code, ...row });
  await giveCodes(world);
  return { contact, code, id };
}

/** Whatever a redemption request can come to, and the workflow after it. */
export const redeeming: readonly Scenario[] = [
  {
    name: 'a single invitation is redeemed',
    plugins: ['redeem'],
    async prepare(world) {
      const { id, contact, code } = await invited(world);
      await world.ask(id, contact, code, true);
    },
  },
  {
    name: 'a group is redeemed by two at once',
    plugins: ['redeem'],
    async prepare(world) {
      const [guests, code] = [[await world.contact(), await world.contact()], world.text()];
      const id = await world.group(guests, { inv_code: code, inv_maximumredemptions: 2 });
      await giveCodes(world);
      for (const guest of guests) await world.ask(id, guest, code, true);
    },
  },
  {
    name: 'a redemption grants an account, two web roles and a workflow',
    plugins: ['redeem', 'workflow'],
    async prepare(world) {
      const account = await world.create('accounts', 'accountid', { name: 'Contoso' });
      const { id, contact, code } = await invited(world, {
        'inv_accountid@odata.bind': `/accounts(${account})`,
        'inv_workflowid@odata.bind': `/workflows(${welcomeTask})`,
      });
      for (const name of ['Member', 'Buyer']) {
        const key = world.text();
        const role = await world.create('inv_webroles', 'inv_webroleid', { inv_name: name, inv_key: key });
        await world.product.manager.link(
          `${invitation.set}(${id})`,
          invitation.manyToMany.webRoles,
          `inv_webroles(${role})`,
        );
      }
      await world.ask(id, contact, code, true);
    },
  },
  {
    name: 'a workflow that cannot be started says so on the redemption',
    plugins: ['redeem', 'workflow'],
    async prepare(world) {
      const { id, contact, code } = await invited(world, {
        'inv_workflowid@odata.bind': `/workflows(${draft})`,
      });
      await world.ask(id, contact, code, true);
    },
  },
  {
    name: 'a contact asks again who has redeemed already',
    plugins: ['redeem'],
    async prepare(world) {
      const { id, contact, code } = await invited(world);
      await world.ask(id, contact, code, true);
      await workOff([redeemPlugin as never], world.product.context);
      await world.ask(id, contact, code, true);
    },
  },
  {
    name: 'a contact asks again although somebody has cleared the redeemed contact',
    plugins: ['redeem'],
    async prepare(world) {
      const [guest, code] = [await world.contact(), world.text()];
      const id = await world.group([guest], { inv_code: code });
      await giveCodes(world);
      await world.ask(id, guest, code, true);
      await workOff([redeemPlugin as never], world.product.context);
      await world.product.admin.remove(
        `${invitation.set}(${id})/${invitation.manyToMany.redeemedContacts}(${guest})/$ref`,
      );
      await world.ask(id, guest, code, true);
    },
  },
  {
    name: 'a wrong code is refused',
    plugins: ['redeem'],
    async prepare(world) {
      const { id, contact } = await invited(world);
      await world.ask(id, contact, world.text(), false);
    },
  },
  {
    name: 'a code that was handed over by word of mouth is redeemed before it has a hash',
    plugins: ['redeem'],
    async prepare(world) {
      const [contact, code] = [await world.contact(), world.text()];
      const id = await world.single(contact, { inv_code: code });
      await world.ask(id, contact, code, true);
    },
  },
  {
    name: 'a redemption request that fails each time is put aside',
    plugins: ['redeem'],
    putAside: true,
    async prepare(world) {
      const { id, contact, code } = await invited(world);
      await world.ask(id, contact, code, false);
    },
  },
  {
    name: 'another door asks, and asks again when nobody answered',
    plugins: [],
    async prepare(world) {
      const { id, contact, code } = await invited(world);
      world.redeemers.push({ invitation: id, contact, may: true });
      world.texts.push(code);
    },
    first: (context, service, world) =>
      successOf(service.redeem({ code: world.texts[0] ?? '', contactId: world.contacts[0] ?? '' }, context)),
  },
];
