import { recentMoments } from './recentMoments.js';

/** Milliseconds in which a sender's mails are counted. */
const window = 60_000;

/** How fast each sender's mailbox is fed. */
export interface Pace {
  /**
   * Asks to hand over `wanted` mails of a sender now.
   *
   * @returns how many of them may go; they are counted at once, so that rows that run side by side share one
   *   pace
   */
  take(senderId: string, wanted: number, now: Date): number;
  /** Takes back mails that were granted and certainly not handed over. */
  giveBack(senderId: string, mails: number): void;
}

/**
 * A pace of so many mails a minute for each sender; 0 sets no limit. Exchange Online takes 30 messages a
 * minute from a mailbox and throttles what is above (Exchange Online limits, "Sending limits"): a mailbox that
 * is fed slower is not late. The count is that of this service alone; several services divide the limit.
 */
export function createPace(mailsPerMinute: number): Pace {
  const handedOver = recentMoments(window);
  return {
    take(senderId, wanted, now) {
      if (mailsPerMinute === 0) return wanted;
      const room = mailsPerMinute - handedOver.of(senderId, now.getTime()).length;
      const granted = Math.max(0, Math.min(wanted, room));
      handedOver.add(senderId, now.getTime(), granted);
      return granted;
    },

    giveBack(senderId, mails) {
      if (mails > 0) handedOver.takeBack(senderId, mails);
    },
  };
}
