import { invitation } from '../../../solution/schema.js';
import { label, type Stage } from '../stage.js';

/** A contact without emailaddress1 cannot get a mail; the admin reads why on the invitation. */
export async function noAddress({ story, ...stage }: Stage): Promise<void> {
  story.scene('A contact without an email address');
  const guest = await stage.guest(9);
  const id = await stage.invite({
    inv_name: guest.name,
    inv_type: invitation.type.single,
    'inv_contactid@odata.bind': `/contacts(${guest.id})`,
  });
  const answered = await stage.send(id);
  story.check(
    'It is not sent, and says why',
    [label(answered, 'statuscode'), label(answered, 'inv_sendresult')],
    ['Send Failed', 'No Email Address'],
  );
  story.shows('Dataverse', { status: label(answered, 'statuscode'), detail: answered.inv_senddetail });
}
