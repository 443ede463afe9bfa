/**
 * How many transactions travel in one request. Dataverse allows 6,000 requests and 1,200 s of execution in a window, so requests that last
 * less than 200 ms run out of requests before they have used their time (Service protection API limits). Several transactions in one changeset
 * make a request long enough; more than that would only put more of them at stake when one fails.
 */
export interface Gathering {
  /** Milliseconds an operation takes, as seen lately; undefined before the first. */
  readonly perOperation?: number;
  /** Transactions in one request at most, at this moment. */
  readonly most: number;
  /** Gathered requests in a row that succeeded. */
  readonly inARow: number;
  /** Milliseconds a request must last. More than 200 where part of that is the way to Dataverse and not execution. */
  readonly longEnough: number;
}

/** One request with transactions, after its end. */
export interface GatheredRequest {
  readonly transactions: number;
  readonly operations: number;
  readonly milliseconds: number;
  /** False when its changeset was rolled back, or nobody knows. */
  readonly done: boolean;
}

/** Transactions in one request, never more. */
const mostEver = 20;
/** Operations in one request, never more; a batch may have 1,000 (Execute batch operations using the Web API). */
const mostOperations = 200;
/**
 * Characters in one gathered request, never more: twenty large mails would take longer on their way than their operations. What is long
 * of itself goes alone.
 */
const mostCharacters = 1_000_000;
/** A request that must be gathered is made so much longer than need be, because operations do not take the same time each. */
const margin = 1.25;
/** How fast the time an operation takes is believed to change: the weight of the newest request. */
const weight = 0.2;
/** Successes in a row after which one more may travel in a request. */
const trust = 5;
/** A request need not last longer than this many milliseconds. */
const longest = 1_000;

/** Before the first request. */
export const firstGathering: Gathering = { most: mostEver, inARow: 0, longEnough: 200 };

/**
 * How many of the transactions that wait travel in the next request: as few as make it long enough, and only those for which there is no
 * room of their own.
 *
 * @param waiting in their order; at least one
 * @param room requests that may begin now, this one included
 */
export function gather(
  { perOperation, most, longEnough }: Gathering,
  waiting: readonly { readonly operations: number; readonly size?: number }[],
  room: number,
): number {
  let operations = waiting[0]?.operations ?? 1;
  let characters = waiting[0]?.size ?? 0;
  if (perOperation === undefined || operations * perOperation >= longEnough) return 1;
  const allowed = Math.min(most, Math.ceil(waiting.length / Math.max(1, room)));
  let count = 1;
  for (const next of waiting.slice(1, allowed)) {
    if (operations * perOperation >= longEnough * margin) break;
    if (operations + next.operations > mostOperations) break;
    if (characters + (next.size ?? 0) > mostCharacters) break;
    count += 1;
    operations += next.operations;
    characters += next.size ?? 0;
  }
  return count;
}

/** What a request teaches. */
export function learn(gathering: Gathering, request: GatheredRequest): Gathering {
  const { transactions, operations, milliseconds, done } = request;
  if (!done) {
    const most = transactions > 1 ? Math.max(1, Math.floor(transactions / 2)) : gathering.most;
    return { ...gathering, most, inARow: 0 };
  }
  const seen = milliseconds / operations;
  const known = gathering.perOperation ?? seen;
  const trusted = gathering.inARow + 1 >= trust;
  return {
    ...gathering,
    perOperation: known + (seen - known) * weight,
    most: trusted ? Math.min(mostEver, gathering.most + 1) : gathering.most,
    inARow: trusted ? 0 : gathering.inARow + 1,
  };
}

/** Dataverse has turned a request away because there were too many of them: they must last longer. */
export const makeLonger = (gathering: Gathering): Gathering => ({
  ...gathering,
  longEnough: Math.min(longest, gathering.longEnough * margin),
});
