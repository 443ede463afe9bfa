import type { Logger } from 'pino';
import type { Clock } from '../dataverse/clock.js';
import type { DoorObserver } from '../dataverse/doorObserver.js';

/** What the host tells of the door: in the log, and to whom it listens with. */
export interface DoorReport {
  readonly observer: DoorObserver;
  /** Milliseconds since 1970 of Dataverse's last answer; undefined: none yet. */
  lastContact(): number | undefined;
}

/**
 * Milliseconds from which a pause is news. At the limit Dataverse orders short ones all the time: they are how the service finds the
 * limit, and the metrics count them.
 */
const longHold = 10_000;

/** @param identities how many there are: the only one needs no number */
export function createDoorReport(
  log: Logger,
  clock: Pick<Clock, 'now'>,
  identities: number,
  next: DoorObserver,
): DoorReport {
  let lastContact: number | undefined;
  return {
    lastContact: () => lastContact,
    observer: {
      ...next,
      roundTrip(trip) {
        if (trip.outcome !== 'lost') lastContact = clock.now();
        next.roundTrip(trip);
      },
      held(hold) {
        const { identity, milliseconds, throttle } = hold;
        const who =
          identities === 1 ? 'the service; nothing' : `application user ${identity + 1}; nothing by it`;
        const level = milliseconds >= longHold ? 'warn' : 'debug';
        log[level](
          { throttle },
          `Dataverse is limiting ${who} is sent for ${Math.ceil(milliseconds / 1000)} s`,
        );
        next.held(hold);
      },
    },
  };
}
