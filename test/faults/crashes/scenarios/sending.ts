import { setImmediate } from 'node:timers/promises';
import { sendPlugin } from '../../../../plugins/send/plugin.js';
import { codePlugin } from '../../../../plugins/code/plugin.js';
import { invitation } from '../../../../solution/schema.js';
import { forgedClock } from '../../../unit/dataverse/forgedClock.js';
import { lookOnce, workOff } from '../../testbed/workOff.js';
import type { Scenario } from '../scenario.js';
import type { World } from '../world.js';

const requested = { statuscode: invitation.status.sendRequested };
const plugins = ['send'];

/** Asks for an invitation to be sent, as the command does. */
const requestSend = (world: World, id: string): Promise<void> =>
  world.product.manager.update(`${invitation.set}(${id})`, requested);
/** Gives invitations their codes before the scenario begins. */
const giveCodes = ({ product }: World) => workOff([codePlugin as never], product.context);

/** Waits until so many mails of an invitation are there. */
async function untilMailsOf({ product }: World, invitationId: string, mails: number): Promise<void> {
  const count = (): number =>
    product.sandbox.organization.store.all('SELECT activityid FROM email WHERE regardingobjectid = ?', [
      invitationId,
    ]).length;
  while (count() < mails) await setImmediate();
}

/** Whatever a send request can come to. */
export const sending: readonly Scenario[] = [
  {
    name: 'a single invitation that has a code is sent',
    plugins,
    async prepare(world) {
      const id = await world.single(await world.contact(), { inv_code: world.text() }, 1);
      await giveCodes(world);
      await requestSend(world, id);
    },
  },
  {
    name: 'a single invitation gets its code with the mail',
    plugins,
    async prepare(world) {
      await world.single(await world.contact(), requested, 1);
    },
  },
  {
    name: 'a group without a code is sent to those who have not redeemed it',
    plugins,
    async prepare(world) {
      const guests = [await world.contact(), await world.contact(), await world.contact()];
      const id = await world.group(guests, { inv_redemptions: 1, inv_maximumredemptions: 3 }, 1);
      const redeemed = await world.contact();
      const { admin } = world.product;
      for (const navigation of ['inv_invitation_invitedcontacts', 'inv_invitation_redeemedcontacts'])
        await admin.link(`${invitation.set}(${id})`, navigation, `contacts(${redeemed})`);
      await requestSend(world, id);
    },
  },
  {
    name: 'a group of whom some have their mail already is sent to the others',
    plugins,
    async prepare(world) {
      const guests = [await world.contact(), await world.contact(), await world.contact()];
      const id = await world.group(guests, { inv_code: world.text() }, 1);
      await giveCodes(world);
      await requestSend(world, id);
      const { dataverse } = world.product.context;
      let mails = 0;
      const write: typeof dataverse.write = async (writes) => {
        mails += 1;
        return mails === 1 ? dataverse.write(writes) : new Promise(() => undefined);
      };
      const dying = { ...world.product.context, dataverse: { ...dataverse, write } };
      void lookOnce(sendPlugin as never, dying);
      await untilMailsOf(world, id, 1);
    },
  },
  {
    name: 'a group of more than a wave is looked up first',
    plugins,
    large: true,
    clock: forgedClock(),
    async prepare(world) {
      const guests = [];
      for (let n = 0; n < 21; n += 1) guests.push(await world.contact());
      const id = await world.group(guests, { inv_code: world.text() }, 1);
      await giveCodes(world);
      await requestSend(world, id);
    },
  },
  {
    name: 'a group whose answers are lost is looked up and goes on',
    plugins,
    faults: () => [{ body: 'SendEmail', times: 2, failure: { kind: 'dropBefore' } }],
    async prepare(world) {
      const members = [];
      for (let n = 0; n < 5; n += 1) members.push(await world.contact());
      const id = await world.group(members, { inv_code: world.text() }, 1);
      await giveCodes(world);
      await requestSend(world, id);
    },
  },
  {
    name: 'an invitation that fails each time is put aside',
    plugins,
    putAside: true,
    async prepare(world) {
      await world.single(await world.contact(), requested, 0);
    },
  },
  {
    name: 'a dozen invitations travel together',
    plugins,
    clock: forgedClock(),
    async prepare(world) {
      for (let n = 0; n < 12; n += 1) await world.single(await world.contact(), requested, 1);
    },
  },
  {
    name: 'in a crowd of services two invitations are sent',
    plugins,
    crowded: true,
    async prepare(world) {
      for (let n = 0; n < 2; n += 1) await world.single(await world.contact(), requested, 1);
    },
  },
  {
    name: 'an invitation that was sent is sent again',
    plugins,
    async prepare(world) {
      const id = await world.single(await world.contact(), { inv_code: world.text() }, 2);
      await giveCodes(world);
      await requestSend(world, id);
      await workOff([sendPlugin as never], world.product.context);
      await world.product.post.deliver();
      await requestSend(world, id);
    },
  },
  {
    name: 'an invitation of a contact without an address is skipped',
    plugins,
    async prepare(world) {
      await world.single(await world.contact({ emailaddress1: null }), requested, 0);
    },
  },
  {
    name: 'an invitation whose template is missing says so',
    plugins,
    settings: { templateTitle: 'A template that nobody has made' },
    async prepare(world) {
      await world.single(await world.contact(), requested, 0);
    },
  },
  {
    name: 'an invitation whose code belongs to another says so',
    plugins,
    async prepare(world) {
      const code = world.text();
      await world.single(await world.contact(), { inv_code: code }, 0);
      await giveCodes(world);
      await world.single(await world.contact(), { inv_code: code, ...requested }, 0);
    },
  },
];
