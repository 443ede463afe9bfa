import type { Organization } from '../organization/organization.js';
import { emailStatus } from './emailStatus.js';

/** Mails read at once. */
const pageSize = 200;

/**
 * The mails in Pending Send, oldest first, as server-side synchronization meets them. It remembers how far it has come, so
 * that a pass reads what is new and not the hundred thousand that wait for a mailbox which never comes: a mail that was
 * met and is still there waits for its time, which is remembered, or for its sender's approval, which begins it anew.
 * A mail that changes has a new row version, and is met again.
 */
export class EmailQueue {
  /** Row version of the mail that was met last. */
  #met = 0;
  /** Mails whose time has not come: id → time as stored. */
  readonly #later = new Map<string, string>();
  #earliest: string | undefined;
  #approved: string | undefined;

  constructor(private readonly organization: Organization) {}

  /** Meets every mail again in the next pass: for when it is not known what became of those that were met. */
  startOver(): void {
    this.#met = 0;
    this.#later.clear();
    this.#earliest = undefined;
  }

  /** Ids of the mails whose time has come and that were not met before. One pass at a time. */
  *due(now: string): Generator<string> {
    const approved = this.#approvedSenders();
    if (approved !== this.#approved) this.startOver();
    this.#approved = approved;
    yield* this.#whoseTimeHasCome(now);
    yield* this.#new(now);
  }

  *#whoseTimeHasCome(now: string): Generator<string> {
    if (this.#earliest === undefined || this.#earliest > now) return;
    for (const [id, time] of this.#later) {
      if (time > now) continue;
      this.#later.delete(id);
      yield id;
    }
    this.#earliest = [...this.#later.values()].reduce<string | undefined>(earlier, undefined);
  }

  *#new(now: string): Generator<string> {
    const { store } = this.organization;
    const newest = store.currentVersion();
    for (;;) {
      // The plus keeps SQLite from the index of the status reason, which would give all of them, to be sorted.
      const page = store.all(
        `SELECT activityid, versionnumber,
           max(IFNULL(delayedemailsendtime, ''), IFNULL(postponeemailprocessinguntil, '')) AS time
         FROM email WHERE versionnumber > ? AND versionnumber <= ? AND +statuscode = ? ORDER BY versionnumber LIMIT ${pageSize}`,
        [this.#met, newest, emailStatus.pendingSend],
      );
      for (const { activityid, versionnumber, time } of page) {
        this.#met = Number(versionnumber);
        if (String(time) <= now) yield String(activityid);
        else this.#postpone(String(activityid), String(time));
      }
      if (page.length < pageSize) break;
    }
    this.#met = newest;
  }

  #postpone(id: string, time: string): void {
    this.#later.set(id, time);
    this.#earliest = earlier(this.#earliest, time);
  }

  /** Users and queues whose address is approved: the only ones whose mail leaves. */
  #approvedSenders(): string {
    const rows = this.organization.store.all(
      `SELECT systemuserid AS id FROM systemuser WHERE emailrouteraccessapproval = 1
       UNION ALL SELECT queueid FROM queue WHERE emailrouteraccessapproval = 1 ORDER BY id`,
    );
    return rows.map(({ id }) => String(id)).join();
  }
}

function earlier(one: string | undefined, other: string): string {
  return one === undefined || other < one ? other : one;
}
