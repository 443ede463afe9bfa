import type { Dataverse, Write, WriteOutcome } from './door.js';
import { doorError } from './doorError.js';
import type { Pool } from './pool/pool.js';
import { RequestFailure } from './requestFailure.js';
import { partsOf } from './transactions.js';
import type { Transport } from './transport.js';
import { type FailedOutcome, neverExecuted, writeOutcome } from './writeOutcome.js';

type Transactions = readonly (readonly Write[])[];

/**
 * The half of the door that changes things: it ends in outcomes, and repeats only what was certainly not executed.
 * @param url base address of the environment, for messages
 */
export function createWriter(url: string, pool: Pick<Pool, 'run'>): Pick<Dataverse, 'write' | 'writeEach'> {
  /** The outcome of a write that failed, or an exception when the write itself was never at stake. */
  const failedOutcome = (failure: unknown, set: string): FailedOutcome => {
    if (!(failure instanceof RequestFailure)) throw failure;
    if (neverExecuted(failure)) throw doorError(failure, { url, operation: `writing ${set}`, set });
    return writeOutcome(failure);
  };

  /** One transaction; it may travel together with others. */
  const write = async (writes: readonly Write[]): Promise<WriteOutcome> => {
    const [first] = writes;
    if (first === undefined) return { kind: 'done' };
    const roundTrip = async (transport: Transport): Promise<void> => {
      const [answer] = await transport.transactions([writes]);
      if (answer !== 'done') throw answer ?? new TypeError('the batch has no answer');
    };
    try {
      await pool.run({ operation: 'write', operations: writes.length, roundTrip, transaction: writes });
      return { kind: 'done' };
    } catch (failure) {
      return failedOutcome(failure, first.set);
    }
  };

  /** Several transactions in an order that matters: always in a request of their own. */
  const writeInOrder = async (transactions: Transactions): Promise<readonly WriteOutcome[]> => {
    const outcomes: WriteOutcome[] = [];
    const rest = (): Transactions => transactions.slice(outcomes.length);
    /** Keeps what is settled, so that a repeat after 429 carries the rest alone. */
    const roundTrip = async (transport: Transport): Promise<void> => {
      for (const answer of await transport.transactions(rest())) {
        if (answer !== 'done' && answer.status === 429) throw answer;
        outcomes.push(answer === 'done' ? { kind: 'done' } : writeOutcome(answer));
      }
    };
    try {
      await pool.run({ operation: 'write', operations: partsOf(transactions), roundTrip });
    } catch (failure) {
      // What is committed must reach the caller; the next write meets the same obstacle if it is still there.
      if (outcomes.length > 0 && failure instanceof RequestFailure && neverExecuted(failure)) return outcomes;
      const [next] = rest();
      const outcome = failedOutcome(failure, next?.[0]?.set ?? 'nothing');
      // Nobody can tell how far a batch without an answer came, so the outcome is that of each.
      outcomes.push(...(outcome.kind === 'unknown' ? rest().map(() => outcome) : [outcome]));
    }
    return outcomes;
  };

  return {
    write,
    async writeEach(transactions) {
      const [only, ...others] = transactions;
      if (only !== undefined && others.length === 0) return [await write(only)];
      if (transactions.every((writes) => writes.length === 0))
        return transactions.map(() => ({ kind: 'done' }));
      return writeInOrder(transactions);
    },
  };
}
