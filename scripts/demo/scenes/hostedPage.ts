import { invitation, linkedIdentity } from '../../../solution/schema.js';
import { label, type Guest, type Stage } from '../stage.js';
import { newVisitor, type SeenPage, type Visitor } from '../visitor.js';

/** From the link in the mail through signing in to the redemption, as somebody does it in a browser. */
export async function hostedPage({ story, ...stage }: Stage): Promise<void> {
  story.scene('The redemption page, without a browser');
  const [guest, stranger] = [await stage.guest(14), await stage.guest(18)];
  const id = await stage.invite({
    inv_name: guest.name,
    inv_type: invitation.type.single,
    'inv_contactid@odata.bind': `/contacts(${guest.id})`,
  });
  await stage.send(id);
  const mail = await stage.mail(guest);
  const [link = ''] = /https?:\/\/[^\s<>]+invitation=[^\s<>]+/.exec(mail.text) ?? [];
  const code = await stage.code(id);

  const visitor = newVisitor();
  const opened = await visitor.open(link);
  story.check('The link opens the page', [opened.status, opened.state], [200, 'open']);
  story.check('The code is out of the address at once', opened.url.includes('invitation='), false);
  const seen = await stage.invitation(id);
  story.check('Looking changes nothing', [label(seen, 'statuscode'), seen.inv_redemptions ?? 0], ['Sent', 0]);

  const wrong = await signIn(visitor, opened, stranger);
  story.step(`The link was forwarded: ${stranger.name} signs in.`);
  story.check('The page says that it is for somebody else', wrong.state, 'wrongAccount');

  const right = await signIn(visitor, await visitor.send(wrong, '/sign-out'), guest);
  story.check(`${guest.name} is welcome`, right.state, 'welcome');
  const redeemed = await visitor.send(right, '/redeem');
  story.check('One click redeems', redeemed.state, 'redeemed');
  const after = await stage.invitation(id);
  story.check(
    'The invitation is redeemed, once',
    [label(after, 'statuscode'), after.inv_redemptions],
    ['Redeemed', 1],
  );
  const [activity] = await stage.redemptions(id);
  const links = await stage.admin.rows(
    `${linkedIdentity.set}?$select=inv_provider&$filter=_inv_contactid_value eq ${guest.id}`,
  );
  story.check('The account is linked to the contact', links.length, 1);
  const later = visitor.visited.filter((address) => address !== link && address.includes(code));
  story.check('No other address had the code in it', later, []);
  story.shows('Dataverse', {
    activity: activity?.subject,
    'signed in at': activity?.inv_identityprovider,
    'linked identity': links[0]?.inv_provider,
  });
}

async function signIn(visitor: Visitor, page: SeenPage, guest: Guest): Promise<SeenPage> {
  const asked = await visitor.send(page, '/sign-in', { provider: 'sandbox' });
  return visitor.send(asked, asked.url, { email: guest.address });
}
