import type { Clock } from '../clock.js';
import type { DoorObserver, RoundTrip } from '../doorObserver.js';
import type { TokenSource } from '../identity/tokenSource.js';
import { RequestFailure } from '../failure/requestFailure.js';
import type { Transport } from '../transport/transport.js';
import type { Governor } from './governor.js';
import type { Load } from './load.js';
import { throttleOf } from './throttle.js';

/** One application user of the pool: its way to Dataverse and its governor. */
export interface Member {
  /** 0 for the first. */
  readonly index: number;
  readonly governor: Governor;
  readonly tokens: Pick<TokenSource, 'token'>;
  readonly transport: Transport;
}

/**
 * One HTTP request of a member, and telling of it. A token that cannot be had is no request.
 * @throws InvitationError when no token could be had
 */
export async function send(
  { index, transport }: Member,
  load: Load,
  { clock, observer }: { readonly clock: Pick<Clock, 'now'>; readonly observer?: DoorObserver },
): Promise<{ readonly value: unknown; readonly milliseconds: number } | RequestFailure> {
  const { operation, operations } = load;
  const askers = load.waiting.map(({ asker }) => asker).filter((asker) => asker !== undefined);
  const began = clock.now();
  const tell = (end: Pick<RoundTrip, 'outcome' | 'status' | 'throttle'>): number => {
    const milliseconds = clock.now() - began;
    const trip = { operation, operations, identity: index, milliseconds, ...end };
    observer?.roundTrip(askers.length === 0 ? trip : { ...trip, askers });
    return milliseconds;
  };
  try {
    const value = await load.roundTrip(transport);
    return { value, milliseconds: tell({ outcome: 'answered', status: 200 }) };
  } catch (failure) {
    if (!(failure instanceof RequestFailure)) throw failure;
    tell(endOf(failure));
    return failure;
  }
}

function endOf(failure: RequestFailure): Pick<RoundTrip, 'outcome' | 'status' | 'throttle'> {
  const { status } = failure;
  if (status === 429) return { outcome: 'throttled', status, throttle: throttleOf(failure) };
  return {
    outcome: failure.reach === 'answered' ? 'answered' : 'lost',
    ...(status !== undefined && { status }),
  };
}
