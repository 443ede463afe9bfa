import { doorError } from './failure/doorError.js';
import type { Pool } from './pool/pool.js';
import { RequestFailure } from './failure/requestFailure.js';
import type { Operation } from './failure/retryDecision.js';
import type { Transport } from './transport/transport.js';

/** A question to Dataverse, for the pool and for people. */
export interface Question<T> {
  readonly kind: Exclude<Operation, 'write'>;
  /** What is asked, in words: `reading inv_invitations`. */
  readonly operation: string;
  /** The table or entity set it is about. */
  readonly set: string;
  /** Operations it carries; default 1. */
  readonly operations?: number;
  /** The identity it goes out in the name of, by its index; left out: any. */
  readonly by?: number;
  readonly roundTrip: (transport: Transport) => Promise<T>;
}

/**
 * Asks a question.
 * @throws InvitationError that says what to do, when it failed for good
 */
export type Ask = <T>(question: Question<T>) => Promise<T>;

/** @param url base address of the environment, for messages */
export const createAsk =
  (url: string, pool: Pick<Pool, 'run'>): Ask =>
  async ({ kind, operation, set, operations = 1, by, roundTrip }) => {
    try {
      return await pool.run({ operation: kind, operations, by, roundTrip });
    } catch (failure) {
      throw failure instanceof RequestFailure ? doorError(failure, { url, operation, set }) : failure;
    }
  };
