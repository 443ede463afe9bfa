import type { Dataverse, Write, WriteOutcome } from './door.js';
import { doorError } from './doorError.js';
import { RequestFailure } from './requestFailure.js';
import type { Runner } from './runner.js';
import type { Transport } from './transport.js';
import { type FailedOutcome, neverExecuted, writeOutcome } from './writeOutcome.js';

/** What a writer works with. */
export interface WriterOptions {
  /** Base address of the environment, for messages. */
  readonly url: string;
  readonly runner: Runner;
  readonly transport: Transport;
}

type Transactions = readonly (readonly Write[])[];

/** The half of the door that changes things: it ends in outcomes, and repeats only what was certainly not executed. */
export function createWriter({
  url,
  runner,
  transport,
}: WriterOptions): Pick<Dataverse, 'write' | 'writeEach'> {
  /** The outcome of a write that failed, or an exception when the write itself was never at stake. */
  const failedOutcome = (failure: unknown, set: string): FailedOutcome => {
    if (!(failure instanceof RequestFailure)) throw failure;
    if (neverExecuted(failure)) throw doorError(failure, { url, operation: `writing ${set}`, set });
    return writeOutcome(failure);
  };

  const writeEach = async (transactions: Transactions): Promise<readonly WriteOutcome[]> => {
    if (transactions.every((writes) => writes.length === 0))
      return transactions.map(() => ({ kind: 'done' }));
    const outcomes: WriteOutcome[] = [];
    const rest = (): Transactions => transactions.slice(outcomes.length);
    /** Keeps what is settled, so that a repeat after 429 carries the rest alone. */
    const roundTrip = async (): Promise<void> => {
      for (const answer of await transport.transactions(rest())) {
        if (answer !== 'done' && answer.status === 429) throw answer;
        outcomes.push(answer === 'done' ? { kind: 'done' } : writeOutcome(answer));
      }
    };
    try {
      await runner.run('write', roundTrip);
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
    writeEach,
    async write(writes) {
      const [outcome] = await writeEach([writes]);
      return outcome ?? { kind: 'done' };
    },
  };
}
