import { invitation } from '../../../solution/schema.js';
import { label, type Stage } from '../stage.js';

/** Sending again makes a second mail with the same link, and the row counts it. */
export async function resend({ story, ...stage }: Stage): Promise<void> {
  story.scene('A resend');
  const guest = await stage.guest(28);
  const id = await stage.invite({
    inv_name: guest.name,
    inv_type: invitation.type.single,
    'inv_contactid@odata.bind': `/contacts(${guest.id})`,
  });
  await stage.send(id);
  await stage.mail(guest, 1);
  const code = await stage.code(id);
  const again = await stage.send(id);
  const mail = await stage.mail(guest, 2);
  story.check(
    'The row says it was sent twice',
    [label(again, 'statuscode'), again.inv_sendgeneration],
    ['Sent', 2],
  );
  story.check('Two mails lie in the mailbox', await stage.mailCount(guest), 2);
  story.check('The link is the same', mail.text.includes(encodeURIComponent(code)), true);
  story.shows('mailbox', { subject: mail.subject, mails: 2 });
}
