import type { Write } from '../door.js';
import type { Operation } from '../failure/retryDecision.js';
import type { Transport } from '../transport/transport.js';

/** What is asked of the pool. */
export interface Asked<T> {
  readonly operation: Operation;
  /** Operations it carries: one, or the parts of a batch. */
  readonly operations: number;
  /** One HTTP request, by whichever identity has room. */
  readonly roundTrip: (transport: Transport) => Promise<T>;
  /** The writes of a transaction that may travel together with others; `roundTrip` sends it alone. */
  readonly transaction?: readonly Write[];
  /** Characters that its writes are long, about. */
  readonly size?: number;
  /** The identity it must go out in the name of, by its index; left out: any. */
  readonly by?: number;
}

/** A request that waits for its turn, or is under way. */
export interface Waiting extends Asked<unknown> {
  /** Who asks, for the observer. */
  readonly asker: unknown;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Attempts that counted, the current one included. */
  attempts: number;
  /** Times in a row that Dataverse turned it away. */
  turnedAway: number;
  /** True when it must not be gathered any more. */
  alone: boolean;
}

/** The requests that wait, first come first served. */
export interface WaitingLine {
  readonly length: number;
  /** Puts them at the end. */
  join(waiting: readonly Waiting[]): void;
  /** Puts those back who were turned away: to the head, in their order. */
  putBack(waiting: readonly Waiting[]): void;
  /** Takes the first that `may` go, and with it as many that may travel together with it as `gathered` says. */
  take(
    may: (waiting: Waiting) => boolean,
    gathered: (together: readonly Waiting[]) => number,
  ): readonly Waiting[];
  /** Takes out all who are `meant`. */
  leave(meant: (waiting: Waiting) => boolean): readonly Waiting[];
}

/** An empty line. It is as long as its callers are many: each waits for its answer before it asks again. */
export function createWaitingLine(): WaitingLine {
  const line: Waiting[] = [];
  const remove = (taken: readonly Waiting[]): void => {
    // Those that are taken stand at the head or close to it.
    for (const waiting of taken) line.splice(line.indexOf(waiting), 1);
  };

  return {
    get length() {
      return line.length;
    },
    join(waiting) {
      line.push(...waiting);
    },
    putBack(waiting) {
      line.unshift(...waiting);
    },
    take(may, gathered) {
      const first = line.find(may);
      if (first === undefined) return [];
      const together = isGatherable(first) ? line.filter(isGatherable) : [first];
      const taken = together.slice(0, gathered(together));
      remove(taken);
      return taken;
    },
    leave(meant) {
      const leaving = line.filter(meant);
      remove(leaving);
      return leaving;
    },
  };
}

const isGatherable = ({ transaction, alone, by }: Waiting): boolean =>
  transaction !== undefined && !alone && by === undefined;
