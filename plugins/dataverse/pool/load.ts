import type { RequestFailure } from '../failure/requestFailure.js';
import type { Operation } from '../failure/retryDecision.js';
import type { Transport } from '../transport/transport.js';
import { neverExecuted, writeOutcome } from '../failure/writeOutcome.js';
import type { Waiting } from './waiting.js';

/** What travels in one HTTP request: one that waited, or several transactions in one changeset. */
export interface Load {
  readonly waiting: readonly Waiting[];
  readonly operation: Operation;
  readonly operations: number;
  readonly transactions: number;
  /** @throws RequestFailure also when Dataverse answered that it did not do what was asked */
  roundTrip(transport: Transport): Promise<unknown>;
  arrived(value: unknown): void;
  /** It failed for good: each is told, or goes alone. @returns those that must go alone */
  failed(failure: unknown): readonly Waiting[];
}

/** @param waiting at least one; several only of transactions */
export function loadOf(waiting: readonly Waiting[]): Load {
  const [first, second] = waiting;
  if (first === undefined) throw new RangeError('there is nothing to send');
  const transactions = waiting.filter(({ transaction }) => transaction !== undefined).length;
  const arrived = (value: unknown): void => {
    for (const { resolve } of waiting) resolve(value);
  };
  const rejected = (failure: unknown): readonly Waiting[] => {
    for (const { reject } of waiting) reject(failure);
    return [];
  };
  const operations = waiting.reduce((sum, one) => sum + one.operations, 0);
  const shared = { waiting, operation: first.operation, operations, transactions, arrived };
  if (second === undefined) return { ...shared, roundTrip: first.roundTrip, failed: rejected };
  return {
    ...shared,
    async roundTrip(transport) {
      await transport.transaction(waiting.flatMap(({ transaction = [] }) => transaction));
    },
    failed(failure) {
      // A changeset is one transaction: when Dataverse refuses it, nothing of it has happened, and it does not say which of ours was at fault.
      if (!isRolledBack(failure)) return rejected(failure);
      for (const one of waiting) one.alone = true;
      return waiting;
    },
  };
}

function isRolledBack(failure: unknown): boolean {
  const { status } = failure as Partial<RequestFailure>;
  if (status === undefined) return false;
  return (
    !neverExecuted(failure as RequestFailure) && writeOutcome(failure as RequestFailure).kind !== 'unknown'
  );
}
