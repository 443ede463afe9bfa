import type { Counters } from '../../system/sandboxSwitches.js';

/** What some users asked for, together. */
export interface Spent {
  /** Requests that were let in. */
  readonly requests: number;
  readonly operations: number;
  /** Requests that were answered 429. */
  readonly refused: number;
}

/** What these users, by systemuserid, have asked for so far. */
export function spentBy(users: readonly string[], { callers }: Counters): Spent {
  const of = users.map((user) => callers[user] ?? { requests: 0, operations: 0, refused: 0 });
  return {
    requests: of.reduce((sum, { requests }) => sum + requests, 0),
    operations: of.reduce((sum, { operations }) => sum + operations, 0),
    refused: of.reduce((sum, { refused }) => sum + refused, 0),
  };
}

/** What was asked for between two moments. */
export function spentBetween(before: Spent, after: Spent): Spent {
  return {
    requests: after.requests - before.requests,
    operations: after.operations - before.operations,
    refused: after.refused - before.refused,
  };
}
