import { invitation } from '../../../solution/schema.js';
import { label, type Stage } from '../stage.js';

/** The last day is over: neither sent nor redeemed. */
export async function expired({ story, ...stage }: Stage): Promise<void> {
  story.scene('An expired invitation');
  const guest = await stage.guest(16);
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const id = await stage.invite({
    inv_name: guest.name,
    inv_type: invitation.type.single,
    inv_expirydate: twoDaysAgo,
    'inv_contactid@odata.bind': `/contacts(${guest.id})`,
  });
  const answered = await stage.send(id);
  story.check('It is not sent, and says why', label(answered, 'inv_sendresult'), 'Expired');
  story.shows('Dataverse', { status: label(answered, 'statuscode'), detail: answered.inv_senddetail });
  story.check('No mail is in the mailbox', await stage.mailCount(guest), 0);
  const request = await stage.redeem(await stage.code(id), guest);
  story.check('Its code does not redeem', label(request, 'inv_outcome'), 'Invalid Code');
}
