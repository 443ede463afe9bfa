import { invitation as table } from '../../solution/schema.js';
import { emailId } from '../invitation/ids.js';
import type { Write } from '../dataverse/door.js';
import type { Invitee } from './invitationToSend.js';
import type { MailText } from './render.js';
import type { Sender } from './sender.js';

/** What one mail needs. */
export interface MailToWrite {
  readonly invitationId: string;
  readonly generation: number;
  readonly invitee: Invitee;
  readonly sender: Sender;
  readonly text: MailText;
}

/** Participation of an activity party (Dataverse: activityparty, participationtypemask). */
const participation = { sender: 1, to: 2 } as const;

/** The binding of a sender, by its table. */
const senderSets = { systemuser: 'systemusers', queue: 'queues' } as const;

/**
 * The two writes of a mail: the email with a sender and one recipient, never a copy to anyone, and the order
 * to send it. Its id comes from invitation, contact and generation: whoever attempts the same mail again
 * finds the id taken, so two services, or one that died without an answer, cannot mail anyone twice.
 */
export function mailWrites({
  invitationId,
  generation,
  invitee,
  sender,
  text,
}: MailToWrite): readonly Write[] {
  const id = emailId(invitationId, invitee.contactid, generation);
  return [
    {
      kind: 'create',
      set: 'emails',
      row: {
        activityid: id,
        ...text,
        directioncode: true,
        [`regardingobjectid_${table.name}_email@odata.bind`]: `/${table.set}(${invitationId})`,
        email_activity_parties: [
          {
            participationtypemask: participation.sender,
            [`partyid_${sender.kind}@odata.bind`]: `/${senderSets[sender.kind]}(${sender.id})`,
          },
          {
            participationtypemask: participation.to,
            'partyid_contact@odata.bind': `/contacts(${invitee.contactid})`,
            // Pinned: Dataverse would turn to the second and third address of a contact without a first one.
            addressused: invitee.emailaddress1?.trim(),
          },
        ],
      },
    },
    { kind: 'action', set: 'emails', id, name: 'SendEmail', parameters: { IssueSend: true } },
  ];
}
