import type { Clock } from '../clock.js';
import type { TokenSource } from '../identity/tokenSource.js';
import { createTransport } from '../transport/transport.js';
import { createGovernor } from './governor.js';
import type { Member } from './member.js';

/** What the members of a pool have in common. */
export interface MembersOptions {
  /** Base address of the environment. */
  readonly url: string;
  readonly identities: readonly TokenSource[];
  /** Requests of one at once, never more. */
  readonly concurrency: number;
  /** Milliseconds that service protection looks back. */
  readonly protectionWindow: number;
  /** Milliseconds to wait for one answer. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  readonly clock: Clock;
}

/** Each identity with its way to Dataverse and a governor of its own. */
export function createMembers(options: MembersOptions): readonly Member[] {
  const { url, identities, concurrency, protectionWindow, timeout, signal, clock } = options;
  return identities.map((tokens, index) => ({
    index,
    tokens,
    governor: createGovernor({ clock, cap: concurrency, window: protectionWindow }),
    transport: createTransport({ url, token: () => tokens.token(), timeout, signal }),
  }));
}
