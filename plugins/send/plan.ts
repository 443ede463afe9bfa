import { invitation as table } from '../../solution/schema.js';
import { isExpired } from '../invitation/expiry.js';
import { isExhausted } from '../invitation/validity.js';
import type { InvitationToSend, Invitee } from './invitationToSend.js';
import { senderOf, type Sender, type SenderQueue } from './sender.js';

/** Why nobody, or one contact of several, gets a mail. Each has its value in the choice inv_sendresult. */
export type SkipReason =
  | 'noEmailAddress'
  | 'contactInactive'
  | 'doNotEmail'
  | 'expired'
  | 'alreadyRedeemed'
  | 'noSender'
  | 'noRecipient';

/** A contact who gets no mail, and why. */
export interface PassedOver {
  readonly name: string;
  readonly reason: SkipReason;
}

/** What a send request comes to: no mail at all, or one to each recipient. */
export type Plan =
  | { readonly kind: 'skip'; readonly reason: SkipReason; readonly passedOver: readonly PassedOver[] }
  | {
      readonly kind: 'send';
      readonly sender: Sender;
      readonly recipients: readonly Invitee[];
      readonly passedOver: readonly PassedOver[];
    };

/** The facts a plan rests on. */
export interface PlanInput {
  readonly invitation: InvitationToSend;
  /** The invited contact of a single invitation, or all of a group. */
  readonly invitees: readonly Invitee[];
  /** Ids of the contacts who have redeemed it. */
  readonly redeemedBy: ReadonlySet<string>;
  readonly senderQueue: SenderQueue | undefined;
  /** The calendar day in the configured time zone. */
  readonly today: string;
}

/** Decides who is mailed. What stops the whole invitation is looked at first, then contact by contact. */
export function planSend({ invitation, invitees, redeemedBy, senderQueue, today }: PlanInput): Plan {
  const skip = (reason: SkipReason, passedOver: readonly PassedOver[] = []): Plan => ({
    kind: 'skip',
    reason,
    passedOver,
  });

  const group = invitation.inv_type === table.type.group;
  const exhausted = isExhausted({
    group,
    redemptions: invitation.inv_redemptions,
    maximumRedemptions: invitation.inv_maximumredemptions,
  });
  if (exhausted) return skip('alreadyRedeemed');
  if (isExpired(invitation.inv_expirydate, today)) return skip('expired');
  if (invitees.length === 0) return skip('noRecipient');

  const passedOver = invitees.flatMap((invitee): readonly PassedOver[] => {
    const reason = whyNot(invitee, redeemedBy);
    return reason === undefined ? [] : [{ name: invitee.fullname ?? '', reason }];
  });
  const recipients = invitees.filter((invitee) => whyNot(invitee, redeemedBy) === undefined);
  if (recipients.length === 0) return skip(commonReason(passedOver), passedOver);

  const sender = senderOf(invitation, senderQueue);
  return sender === undefined ? skip('noSender') : { kind: 'send', sender, recipients, passedOver };
}

/** One address and nothing else: text with a separator in it could turn one recipient into several. */
const oneAddress = /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/u;

function whyNot(invitee: Invitee, redeemedBy: ReadonlySet<string>): SkipReason | undefined {
  if (invitee.statecode !== 0) return 'contactInactive';
  if (redeemedBy.has(invitee.contactid)) return 'alreadyRedeemed';
  if (invitee.donotemail === true) return 'doNotEmail';
  return oneAddress.test(invitee.emailaddress1?.trim() ?? '') ? undefined : 'noEmailAddress';
}

/** The reason that all share; for a mixture, that nobody was left to write to. */
function commonReason(passedOver: readonly PassedOver[]): SkipReason {
  const [first, ...others] = new Set(passedOver.map(({ reason }) => reason));
  return first !== undefined && others.length === 0 ? first : 'noRecipient';
}
