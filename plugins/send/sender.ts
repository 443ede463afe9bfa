import type { InvitationToSend } from './invitationToSend.js';

/** Who a mail is from: a user with a mailbox, or a queue. */
export interface Sender {
  readonly kind: 'systemuser' | 'queue';
  readonly id: string;
  /** As the mail's text names the sender. */
  readonly name: string;
}

/** A queue that can send. */
export interface SenderQueue {
  readonly id: string;
  readonly name: string;
}

/**
 * The sender of an invitation: its owner; where the owner has no mailbox of their own (a team, an
 * application, a user who is disabled or has no address) the sender queue; undefined when there is none
 * either. A team stays the name readers see.
 */
export function senderOf(
  invitation: Pick<InvitationToSend, 'owninguser' | 'owningteam'>,
  queue: SenderQueue | undefined,
): Sender | undefined {
  const user = invitation.owninguser;
  if (user !== null && !user.isdisabled && !user.applicationid && user.internalemailaddress) {
    return { kind: 'systemuser', id: user.systemuserid, name: user.fullname ?? '' };
  }
  return queue && { kind: 'queue', id: queue.id, name: invitation.owningteam?.name ?? queue.name };
}
