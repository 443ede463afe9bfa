import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Read, Row } from '../../dataverse/door.js';
import { lockId } from '../../invitation/ids.js';
import type { PluginContext } from '../../contract/plugin.js';
import { securityEvent } from '../../contract/securityEvent.js';
import { createAttempts } from './attempts.js';
import { lockRows, readLockRows } from './lockRow.js';
import { type Asked, type Subject, subjectsOf } from './subject.js';
import { createTallies } from './tallies.js';
import type { Tally } from './tally.js';
import { createTeller, type TellerOptions } from './teller.js';

/**
 * Counts failed attempts by address, by person and by code, for all doors and all services of an environment. An attempt goes: `begin`, the reads
 * with `read` among them, `learn`, and then either `forgive` or `failed`.
 */
export interface Locks {
  /**
   * Counts an attempt, before anything is looked up.
   *
   * @returns 0, or the seconds to wait when there were too many; then it was not counted, and ends here
   */
  begin(asked: Asked): number;
  /** What all services have counted: travels with the reads of the attempt. */
  read(asked: Asked): Read;
  /**
   * Takes in what `read` answered.
   *
   * @returns 0, or the seconds to wait; then the attempt ends unanswered, and is forgiven
   */
  learn(asked: Asked, answer: Row | undefined): number;
  /** Takes an attempt back that was no guess. */
  forgive(asked: Asked): void;
  /** The attempt failed: the other services hear of it. @param invitationId the invitation the code belongs to, if there is one */
  failed(asked: Asked, invitationId?: string): void;
}

/** The locks of a service, as those see them who stop it. */
export interface OwnedLocks extends Locks {
  /** Tells the other services at once what they have not heard of yet. Never rejects. */
  flush(): Promise<void>;
}

const known = new WeakMap<PluginContext['dataverse'], OwnedLocks>();

/** A pause that keeps no process alive: the rows matter less than that it ends. */
const unhurried = (milliseconds: number): Promise<void> =>
  setTimeout(milliseconds, undefined, { ref: false });

/**
 * The locks of a service: one set for all doors that share its way to Dataverse.
 *
 * @param pause between two rounds of telling the other services; whoever asks first decides
 */
export function locksOf(context: PluginContext, pause: TellerOptions['pause'] = unhurried): OwnedLocks {
  const locks = known.get(context.dataverse) ?? createLocks(context, pause);
  known.set(context.dataverse, locks);
  return locks;
}

/** Locks of which nothing is known yet. */
function createLocks(context: PluginContext, pause: TellerOptions['pause']): OwnedLocks {
  /** A service that starts again is another one: it hears from its own rows like from all others. */
  const service = randomUUID();
  const tallies = createTallies();
  const teller = createTeller({ tallies, service, context, pause });
  const onLocked = ({ subject, failures, others }: Tally, seconds: number): void => {
    const lock = failures.length > 0 ? lockId(service, subject.hash) : others[0]?.row;
    securityEvent(context, 'lockedOut', { kind: subject.kind, lock, seconds });
  };
  const attempts = createAttempts({ tallies, service, onLocked, onWork: teller.wake });
  const subjects = (asked: Asked): readonly Subject[] => subjectsOf(asked, context.identity.organizationId);
  const now = (): number => context.now().getTime();

  return {
    begin: (asked) => attempts.begin(subjects(asked), now()),
    read: (asked) => readLockRows(subjects(asked), now()),
    learn: (asked, answer) =>
      attempts.learn(subjects(asked), lockRows((answer?.value ?? []) as readonly Row[]), now()),
    forgive: (asked) => attempts.forgive(subjects(asked)),
    failed: (asked, invitationId) => attempts.fail(subjects(asked), now(), invitationId),
    flush: teller.flush,
  };
}
