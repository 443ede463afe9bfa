import { recentMoments } from './recentMoments.js';

/** Milliseconds in which a sender's mails are counted. */
const window = 60_000;

/** How fast each sender's mailbox is fed. */
export interface Pace {
  /** Mails a minute of each sender; 0 = no limit. */
  readonly mailsPerMinute: number;
  /**
   * Asks to hand over `wanted` mails of a sender now.
   *
   * @param spared mails of the minute that are left to others
   * @returns how many of them may go; they are counted at once, so that rows that run side by side share one
   *   pace
   */
  take(senderId: string, wanted: number, now: Date, spared?: number): number;
  /** Takes back mails that were granted and certainly not handed over. */
  giveBack(senderId: string, mails: number): void;
  /**
   * Mails of a sender that it pays to look for now. After it was full there is no room before half of the mails of a minute
   * are free again: places come free one by one, and to look for a row each time would cost more than to send it.
   *
   * @param spared as for `take`
   */
  room(senderId: string, now: Date, spared?: number): number;
}

/**
 * A pace of so many mails a minute for each sender; 0 sets no limit. Exchange Online takes 30 messages a
 * minute from a mailbox and throttles what is above (Exchange Online limits, "Sending limits"): a mailbox that
 * is fed slower is not late. The count is that of this service alone; several services divide the limit, and none
 * of them stands still.
 */
export function createPace(limit: number, instances = 1): Pace {
  const mailsPerMinute = limit === 0 ? 0 : Math.max(1, Math.floor(limit / instances));
  const handedOver = recentMoments(window);
  const full = new Set<string>();
  const free = (senderId: string, now: Date, spared: number): number =>
    mailsPerMinute - spared - handedOver.of(senderId, now.getTime()).length;
  const share = (senderId: string, spared: number): string => `${senderId} ${spared}`;

  return {
    mailsPerMinute,

    take(senderId, wanted, now, spared = 0) {
      if (mailsPerMinute === 0) return wanted;
      const room = Math.max(0, free(senderId, now, spared));
      const granted = Math.min(wanted, room);
      handedOver.add(senderId, now.getTime(), granted);
      if (granted === room) full.add(share(senderId, spared));
      return granted;
    },

    giveBack(senderId, mails) {
      if (mails > 0) handedOver.takeBack(senderId, mails);
    },

    room(senderId, now, spared = 0) {
      if (mailsPerMinute === 0) return Infinity;
      const room = Math.max(0, free(senderId, now, spared));
      if (full.has(share(senderId, spared)) && room * 2 < mailsPerMinute - spared) return 0;
      full.delete(share(senderId, spared));
      return room;
    },
  };
}
