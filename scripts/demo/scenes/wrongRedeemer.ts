import { invitation } from '../../../solution/schema.js';
import { label, type Stage } from '../stage.js';

/** A forwarded link neither lets the wrong person in nor burns the invitation. */
export async function wrongRedeemer({ story, ...stage }: Stage): Promise<void> {
  story.scene('The wrong person follows the link');
  const [guest, stranger] = [await stage.guest(20), await stage.guest(26)];
  const id = await stage.invite({
    inv_name: guest.name,
    inv_type: invitation.type.single,
    'inv_contactid@odata.bind': `/contacts(${guest.id})`,
  });
  await stage.send(id);
  await stage.mail(guest);
  const code = await stage.code(id);

  const refused = await stage.redeem(code, stranger);
  story.check(`${stranger.name} is not let in`, label(refused, 'inv_outcome'), 'Not Invited');
  const intact = await stage.invitation(id);
  story.check(
    'The invitation is as it was',
    [label(intact, 'statuscode'), intact.inv_redemptions ?? 0],
    ['Sent', 0],
  );
  const accepted = await stage.redeem(code, guest);
  story.check(`${guest.name} redeems it`, label(accepted, 'inv_outcome'), 'Redeemed');
  const again = await stage.redeem(code, guest);
  story.check('Asking again is the same success', label(again, 'inv_outcome'), 'Already Redeemed');
  const after = await stage.invitation(id);
  story.check('… and counts once', after.inv_redemptions, 1);
  story.shows('Dataverse', { status: label(after, 'statuscode'), redemptions: after.inv_redemptions });
}
