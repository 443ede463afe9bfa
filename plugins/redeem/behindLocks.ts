import type { PluginContext } from '../contract/plugin.js';
import type { ReadTogether } from './facts/redemptionFacts.js';
import type { Asked } from './locks/subject.js';
import { locksOf } from './locks/locks.js';

/** How an attempt ended. */
export interface Ended<T> {
  readonly answer: T;
  /** True when it may have been a guess: the next attempts come nearer to their end. */
  readonly failed: boolean;
  /** The invitation the code belongs to, if there is one. */
  readonly invitationId: string | undefined;
}

/** Ends an attempt from within its reads: others have counted too many. */
class TooMany extends Error {
  constructor(readonly seconds: number) {
    super('too many attempts');
  }
}

/**
 * Makes an attempt that the locks count: the same way for whoever redeems, looks at a code or asks for a new one. It counts before
 * anything is looked up, so that a burst cannot slip through between looking and counting.
 *
 * @param attempt makes its first request with the given `read`, in which what other services have counted travels along
 * @param tooMany the answer instead, when there were too many
 */
export async function behindLocks<T>(
  asked: Asked,
  context: PluginContext,
  attempt: (read: ReadTogether) => Promise<Ended<T>>,
  tooMany: (seconds: number) => T,
): Promise<T> {
  const locks = locksOf(context);
  const lockedOut = (seconds: number): T => {
    // The security event is the locks': once for each lock, however many come.
    context.log.debug({ errorCode: 'INV_TOO_MANY_ATTEMPTS', seconds }, 'attempt refused unseen');
    return tooMany(seconds);
  };
  const wait = locks.begin(asked);
  if (wait > 0) return lockedOut(wait);

  const read: ReadTogether = async (reads) => {
    const answers = await context.dataverse.readTogether([...reads, locks.read(asked)]);
    const seconds = locks.learn(asked, answers[reads.length]);
    if (seconds > 0) throw new TooMany(seconds);
    return answers.slice(0, reads.length);
  };
  try {
    const { answer, failed, invitationId } = await attempt(read);
    if (failed) locks.failed(asked, invitationId);
    else locks.forgive(asked);
    return answer;
  } catch (error) {
    // What is not looked at does not count, and that Dataverse does not answer is nobody's fault who asks.
    locks.forgive(asked);
    if (error instanceof TooMany) return lockedOut(error.seconds);
    throw error;
  }
}
