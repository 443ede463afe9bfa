import type { Pace } from '../../contract/pace.js';

/** The same pace; `heldBack` is called when a mailbox gets fewer mails than wanted, or none at all. */
export function observedPace(pace: Pace, heldBack: () => void): Pace {
  return {
    ...pace,
    take(senderId, wanted, ...rest) {
      const granted = pace.take(senderId, wanted, ...rest);
      if (granted < wanted) heldBack();
      return granted;
    },
    room(...asked) {
      const room = pace.room(...asked);
      if (room === 0) heldBack();
      return room;
    },
  };
}
