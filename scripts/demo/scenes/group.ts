import { invitation } from '../../../solution/schema.js';
import { label, type Stage } from '../stage.js';

/** Three contacts share one invitation that two may redeem. */
export async function group({ story, ...stage }: Stage): Promise<void> {
  story.scene('A group of three with a maximum of two');
  const guests = await Promise.all([7, 8, 17].map((number) => stage.guest(number)));
  const id = await stage.invite(
    { inv_name: 'Autumn round table', inv_type: invitation.type.group, inv_maximumredemptions: 2 },
    guests,
  );
  const sent = await stage.send(id);
  story.check('The invitation is sent', label(sent, 'statuscode'), 'Sent');
  const mails = await Promise.all(guests.map((guest) => stage.mail(guest)));
  story.check('Each of the three has one mail', mails.length, 3);
  story.shows('mailbox', Object.fromEntries(guests.map((guest, at) => [guest.name, mails[at]?.subject])));

  const code = await stage.code(id);
  const outcomes: unknown[] = [];
  for (const guest of guests) {
    const request = await stage.redeem(code, guest);
    outcomes.push(label(request, 'inv_outcome'));
    const now = await stage.invitation(id);
    story.shows('Dataverse', {
      [guest.name]: label(request, 'inv_outcome'),
      status: label(now, 'statuscode'),
      redemptions: now.inv_redemptions,
    });
  }
  story.check('Two redeem, the third is too late', outcomes, ['Redeemed', 'Redeemed', 'Invalid Code']);
  const exhausted = await stage.invitation(id);
  story.check(
    'The invitation is used up',
    [label(exhausted, 'statuscode'), exhausted.inv_redemptions],
    ['Redeemed', 2],
  );
}
