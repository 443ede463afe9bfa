import { bypassProxy } from './bypassProxy.js';
import { type Clock, systemClock } from './clock.js';
import type { Dataverse, Page, Read, Row } from './door.js';
import { doorError } from './doorError.js';
import { createGovernor } from './governor.js';
import type { TokenSource } from './identity/tokenSource.js';
import { recommendedParallelism } from './parallelism.js';
import { RequestFailure } from './requestFailure.js';
import type { Operation } from './retryDecision.js';
import { createRunner } from './runner.js';
import { createTransport } from './transport.js';
import { createWriter } from './writer.js';

/** Where the door leads, and how it behaves. */
export interface ConnectOptions {
  /** Base address of the environment: `https://contoso.crm.dynamics.com`. */
  readonly url: string;
  readonly tokens: TokenSource;
  /** Requests at once that are never exceeded, whatever Dataverse recommends. Default 16, minimum 1. */
  readonly concurrency?: number;
  /** Milliseconds to wait for one answer. Default 130,000: a little longer than Dataverse itself takes before it gives up. */
  readonly timeout?: number;
  /** Called at each answer, good or bad: Dataverse is there. */
  readonly onAnswer?: () => void;
  /** Called when Dataverse limits the service, so that nothing is sent for so many milliseconds. */
  readonly onHold?: (milliseconds: number) => void;
  /** Aborted when the service stops for good: ends requests and waits. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/** Opens the door to an environment. Nothing is sent before the first question. */
export function connect(options: ConnectOptions): Dataverse {
  const {
    url,
    tokens,
    concurrency = 16,
    timeout = 130_000,
    onAnswer,
    onHold,
    signal,
    clock = systemClock,
  } = options;
  bypassProxy(new URL(url), process.env);
  const governor = createGovernor({ clock, cap: concurrency, onShut: onHold, signal });
  const transport = createTransport({ url, token: () => tokens.token(), timeout, signal });
  const runner = createRunner({ clock, governor, renewToken: () => tokens.token(true), onAnswer, signal });

  /** A question: what fails for good is an InvitationError that says what to do. */
  const ask = async <T>(
    kind: Operation,
    operation: string,
    set: string,
    roundTrip: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await runner.run(kind, roundTrip);
    } catch (failure) {
      throw failure instanceof RequestFailure ? doorError(failure, { url, operation, set }) : failure;
    }
  };
  const page = (read: Read, next?: string): Promise<Page> =>
    ask('read', `reading ${read.set}`, read.set, () => transport.collection(read, next));

  const writer = createWriter({ url, runner, transport });

  let recommended: number | undefined;
  const followRecommendation = async (): Promise<void> => {
    recommended = await recommendedParallelism(url, () => tokens.token());
    if (recommended !== undefined) governor.recommend(recommended);
  };

  return {
    async whoAmI() {
      const identity = await ask('probe', 'WhoAmI', 'systemusers', () => transport.whoAmI());
      if (recommended === undefined) await followRecommendation();
      return identity;
    },
    page: page as Dataverse['page'],
    async *pages<R extends Row>(read: Read) {
      let next: string | undefined;
      do {
        const current = (await page(read, next)) as Page<R>;
        if (current.rows.length > 0) yield current.rows;
        next = current.next;
      } while (next !== undefined);
    },
    async row<R extends Row>(read: Read) {
      const { key, set } = read;
      if (key === undefined) return (await page({ ...read, top: 1 })).rows[0] as R | undefined;
      return (await ask('read', `reading ${set}`, set, () => transport.row(read, key))) as R | undefined;
    },
    readTogether: (reads) => {
      const sets = [...new Set(reads.map((read) => read.set))].join(', ');
      return ask('read', `reading ${sets}`, sets, () => transport.together(reads));
    },
    ...writer,
    ask: (action, parameters) =>
      ask('read', action, action, () => transport.unboundAction(action, parameters)),
    hasColumn: (table, column) =>
      ask('read', `reading the columns of ${table}`, table, () => transport.hasColumn(table, column)),
  };
}
