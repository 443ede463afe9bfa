import { createAsk } from './ask.js';
import { bypassProxy } from './transport/bypassProxy.js';
import { type Clock, systemClock } from './clock.js';
import { clockOffset, type TimeTold } from './clockOffset.js';
import type { OwnedDoor } from './door.js';
import { doorError } from './failure/doorError.js';
import type { DoorObserver } from './doorObserver.js';
import type { TokenSource } from './identity/tokenSource.js';
import { createMembers } from './pool/members.js';
import { createPool } from './pool/pool.js';
import { createPooledIdentities, joinIdentities } from './pooledIdentities.js';
import { createQuestions } from './questions.js';
import { RequestFailure } from './failure/requestFailure.js';
import { createWriter } from './writer.js';

/** Where the door leads, and how it behaves. */
export interface ConnectOptions {
  /** Base address of the environment: `https://contoso.crm.dynamics.com`. */
  readonly url: string;
  /** The application users that share the work, at least one. */
  readonly identities: readonly TokenSource[];
  /** Requests of one identity at once that are never exceeded, whatever Dataverse recommends. Default 16, minimum 1. */
  readonly concurrency?: number;
  /** Services that work on this environment with the same identities: what Dataverse recommends is divided by it. Default 1. */
  readonly instances?: number;
  /** Milliseconds that service protection looks back. Default 300,000, as Dataverse does (Service protection API limits); a benchmark scales it. */
  readonly protectionWindow?: number;
  /** Milliseconds to wait for one answer. Default 130,000: a little longer than Dataverse itself takes before it gives up. */
  readonly timeout?: number;
  /** Told what passes through the door. */
  readonly observer?: DoorObserver;
  /** Told of an identity that was taken out because it was not accepted, by its number, 1 for the first. */
  readonly onRefused?: (number: number, error: unknown) => void;
  /** Aborted when the service stops for good: ends requests and waits. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/** Opens the door to an environment. Nothing is sent before the first question. */
export function connect(options: ConnectOptions): OwnedDoor {
  const { url, concurrency = 16, instances = 1, timeout = 130_000, observer, onRefused, signal } = options;
  const { protectionWindow = 300_000, clock = systemClock } = options;
  bypassProxy(new URL(url), process.env);
  const { identities: tokens } = options;
  const members = createMembers({
    url,
    identities: tokens,
    concurrency,
    protectionWindow,
    timeout,
    signal,
    clock,
  });
  const pool = createPool({
    clock,
    members,
    observer,
    signal,
    onRefused: (index, failure) => {
      const operation = 'a request';
      const error =
        failure instanceof RequestFailure ? doorError(failure, { url, operation, set: '' }) : failure;
      onRefused?.(index + 1, error);
    },
  });
  const ask = createAsk(url, pool);
  let offset = 0;
  const onTime = (told: TimeTold): void => {
    offset = clockOffset(offset, told);
  };
  const identities = createPooledIdentities({ members, pool, ask, clock, instances, onTime });

  return {
    async whoAmI() {
      const all = await Promise.all(identities.map((identity) => identity.whoAmI()));
      return joinIdentities(all);
    },
    ...createQuestions(ask),
    ...createWriter(url, pool),
    identities,
    get clockOffset() {
      return offset;
    },
  };
}
