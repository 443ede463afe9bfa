import { invitation } from '../../solution/schema.js';
import type { Pace } from '../contract/pace.js';
import { isGroup, type InvitationToSend } from './invitationToSend.js';
import { senderOf, type SenderQueue } from './sender.js';

/** Milliseconds after which what was granted in a look counts anew. */
const minute = 60_000;
/** Owners that a filter can name; the address of a request has its limits. */
const ownersNamed = 50;

/** Keeps a look from reading invitations whose sender's mailbox has had its mails for this minute. */
export interface MailboxRoom {
  /** Conditions that leave out whoever is known to have no room; undefined when there are more than a filter can name. */
  conditions(now: Date): readonly string[] | undefined;
  /** The rows that there is room for; the others are remembered by their owner. */
  admit(
    rows: readonly InvitationToSend[],
    queue: SenderQueue | undefined,
    now: Date,
  ): readonly InvitationToSend[];
}

/** Mails of each minute that a group leaves to the others of the same sender: thousands must not keep single ones waiting. */
export const sparedByGroups = ({ mailsPerMinute }: Pace): number => Math.floor(mailsPerMinute / 4);

/** An owner whose invitations, or groups only, go out through a full mailbox. */
interface FullOwner {
  readonly senderId: string;
  readonly groups: boolean;
}

/** Owners without room, by id; they outlast a look, so that the next one does not read their invitations either. */
const fullOwners = new WeakMap<Pace, Map<string, FullOwner>>();

/** @param pace the one that `take` is asked of when a row is sent */
export function createMailboxRoom(pace: Pace): MailboxRoom {
  const full = fullOwners.get(pace) ?? new Map<string, FullOwner>();
  fullOwners.set(pace, full);
  /** Room granted to rows of this look that may not have taken it yet. */
  const granted = new Map<string, { left: number; readonly until: number }>();

  const spared = (groups: boolean): number => (groups ? sparedByGroups(pace) : 0);
  const roomOf = (senderId: string, groups: boolean, now: Date) => {
    const key = `${senderId} ${groups}`;
    const known = granted.get(key);
    if (known !== undefined && now.getTime() < known.until) return known;
    const room = { left: pace.room(senderId, now, spared(groups)), until: now.getTime() + minute };
    granted.set(key, room);
    return room;
  };

  return {
    conditions(now) {
      for (const [owner, { senderId, groups }] of full) {
        if (roomOf(senderId, groups, now).left > 0) full.delete(owner);
      }
      if (full.size > ownersNamed) return undefined;
      return [...full].map(([owner, { groups }]) => {
        const other = `_ownerid_value ne ${owner}`;
        return groups ? `(inv_type ne ${invitation.type.group} or ${other})` : other;
      });
    },

    admit(rows, queue, now) {
      if (pace.mailsPerMinute === 0) return rows;
      return rows.filter((row) => {
        const sender = senderOf(row, queue);
        // Without a sender it is no matter of pace: the plan says why it is not sent.
        if (sender === undefined) return true;
        const groups = isGroup(row);
        const room = roomOf(sender.id, groups, now);
        if (room.left > 0) {
          // How many contacts a group has is not known yet: it takes its share.
          room.left -= groups ? room.left : 1;
          return true;
        }
        const known = full.get(row._ownerid_value);
        full.set(row._ownerid_value, { senderId: sender.id, groups: groups && known?.groups !== false });
        return false;
      });
    },
  };
}
