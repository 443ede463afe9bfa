import type { Dataverse } from './door.js';
import { doorError } from './failure/doorError.js';
import { RequestFailure } from './failure/requestFailure.js';
import { neverExecuted, writeOutcome } from './failure/writeOutcome.js';
import type { Pool } from './pool/pool.js';

/**
 * The half of the door that changes things: it ends in outcomes, and repeats only what was certainly not executed.
 * @param url base address of the environment, for messages
 */
export const createWriter = (url: string, pool: Pick<Pool, 'run'>): Pick<Dataverse, 'write'> => ({
  async write(writes) {
    const [first] = writes;
    if (first === undefined) return { kind: 'done' };
    const { set } = first;
    try {
      await pool.run({
        operation: 'write',
        operations: writes.length,
        transaction: writes,
        size: JSON.stringify(writes).length,
        roundTrip: (transport) => transport.transaction(writes),
      });
      return { kind: 'done' };
    } catch (failure) {
      if (!(failure instanceof RequestFailure)) throw failure;
      // The write itself was never at stake: an exception, no outcome.
      if (neverExecuted(failure)) throw doorError(failure, { url, operation: `writing ${set}`, set });
      return writeOutcome(failure);
    }
  },
});
