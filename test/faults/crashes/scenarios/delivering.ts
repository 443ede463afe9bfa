import { codePlugin } from '../../../../plugins/code/plugin.js';
import { emailId } from '../../../../plugins/invitation/ids.js';
import { sendPlugin } from '../../../../plugins/send/plugin.js';
import { changeEmail } from '../../../../sandbox/dataverse/email/changeEmail.js';
import { systemSession } from '../../../../sandbox/dataverse/organization/systemSession.js';
import { invitation } from '../../../../solution/schema.js';
import { workOff } from '../../testbed/workOff.js';
import type { Scenario } from '../scenario.js';
import type { World } from '../world.js';

/** Status reason Failed of an email. */
const failed = 8;

/** Sends an invitation; then server-side synchronization gives up its first mail. */
async function sendAndFail(world: World, id: string): Promise<void> {
  const [first] = world.contacts;
  await workOff([codePlugin as never], world.product.context);
  await world.product.manager.update(`${invitation.set}(${id})`, {
    statuscode: invitation.status.sendRequested,
  });
  await workOff([sendPlugin as never], world.product.context);
  changeEmail(systemSession(world.product.sandbox.organization), emailId(id, first ?? '', 1), failed);
}

/** What is told when a mail was not delivered. */
export const delivering: readonly Scenario[] = [
  {
    name: 'the mail of a single invitation fails',
    plugins: ['delivery'],
    async prepare(world) {
      await sendAndFail(world, await world.single(await world.contact(), { inv_code: world.text() }));
    },
  },
  {
    name: 'one of the mails of a group fails',
    plugins: ['delivery'],
    async prepare(world) {
      const failing = await world.contact();
      const delivered = await world.contact();
      const id = await world.group([failing, delivered], { inv_code: world.text() });
      world.addressees.splice(1, 1, {
        invitation: id,
        contact: delivered,
        address: `${delivered}@contoso.example`,
        mails: 1,
      });
      await sendAndFail(world, id);
    },
  },
];
