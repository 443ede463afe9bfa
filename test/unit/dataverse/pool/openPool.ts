import type { Hold, RoundTrip } from '../../../../plugins/dataverse/doorObserver.js';
import type { Write } from '../../../../plugins/dataverse/door.js';
import { createGovernor } from '../../../../plugins/dataverse/pool/governor.js';
import { createPool, type Pool, type PoolOptions } from '../../../../plugins/dataverse/pool/pool.js';
import { RequestFailure } from '../../../../plugins/dataverse/failure/requestFailure.js';
import type { Transport } from '../../../../plugins/dataverse/transport/transport.js';
import { createWriter } from '../../../../plugins/dataverse/writer.js';
import { type ForgedClock, forgedClock, settle } from '../forgedClock.js';

/** A request that a scripted Dataverse has got and not answered yet. */
export interface Arrived {
  /** The identity it came from: 0 for the first. */
  readonly by: number;
  /** The names of the writes in it, `a+b`. */
  readonly writes: string;
  done(): Promise<void>;
  fail(failure: unknown): Promise<void>;
}

/** A pool before a Dataverse that answers when the test says so. */
export interface OpenPool {
  readonly clock: ForgedClock;
  readonly pool: Pool;
  /** All requests that were sent, in order. */
  readonly arrived: readonly Arrived[];
  readonly trips: readonly RoundTrip[];
  readonly holds: readonly Hold[];
  readonly tokensAsked: readonly string[];
  /** Asks for a transaction with writes of these names. @returns how it ended, once it has */
  write(name: string): { readonly outcome: Promise<unknown> };
  /** The same with a read, that arrives as `read`. */
  read(by?: number): { readonly outcome: Promise<unknown> };
}

export function openPool(identities: number, cap: number, more: Partial<PoolOptions> = {}): OpenPool {
  const clock = forgedClock();
  const arrived: Arrived[] = [];
  const trips: RoundTrip[] = [];
  const holds: Hold[] = [];
  const tokensAsked: string[] = [];
  const transportOf = (by: number): Transport => {
    const transport: Pick<Transport, 'transaction'> = {
      transaction: (writes) =>
        new Promise((resolve, reject) => {
          arrived.push({
            by,
            writes: writes.map(({ set }) => set).join('+'),
            async done() {
              resolve();
              await settle();
            },
            async fail(failure) {
              reject(failure as Error);
              await settle();
            },
          });
        }),
    };
    return transport as Transport;
  };
  const pool = createPool({
    clock,
    members: Array.from({ length: identities }, (_, index) => ({
      index,
      governor: createGovernor({ clock, cap, window: 300_000 }),
      transport: transportOf(index),
      tokens: {
        async token(renew = false) {
          tokensAsked.push(`${index} ${renew ? 'renewed' : 'known'}`);
          return 'token';
        },
      },
    })),
    observer: { roundTrip: (trip) => trips.push(trip), held: (hold) => holds.push(hold) },
    random: () => 0,
    ...more,
  });
  const { write } = createWriter('https://contoso.example', pool);
  return {
    clock,
    pool,
    arrived,
    trips,
    holds,
    tokensAsked,
    read(by) {
      const roundTrip = (transport: Transport) =>
        transport.transaction([{ kind: 'create', set: 'read', row: {} }]);
      const outcome = pool.run({ operation: 'read', operations: 1, by, roundTrip }).then(
        () => 'read',
        (error: unknown) => error,
      );
      return { outcome };
    },
    write(name) {
      const writes = name.split('+').map((set): Write => ({ kind: 'create', set, row: {} }));
      const outcome = write(writes).then(
        ({ kind }) => kind,
        (error: unknown) => (error as { code?: string }).code ?? error,
      );
      return { outcome };
    },
  };
}

/** An answer of Dataverse that says no. */
export const no = (status: number, code?: string, retryAfter?: string): RequestFailure =>
  new RequestFailure('answered', 'said no', status, code, retryAfter);

/** Too much, in the words of the three limits. */
export const tooMuch = {
  requests: (retryAfter?: string) => no(429, '0x80072322', retryAfter),
  executionTime: (retryAfter?: string) => no(429, '0x80072321', retryAfter),
  concurrency: (retryAfter?: string) => no(429, '0x80072326', retryAfter),
};
