import type { Clock } from '../clock.js';
import type { DoorObserver } from '../doorObserver.js';
import { RequestFailure } from '../failure/requestFailure.js';
import { retryDecision } from '../failure/retryDecision.js';
import type { Load } from './load.js';
import { type Member, send } from './member.js';

/** How it ended with one identity. */
export type Travelled =
  | { readonly kind: 'arrived'; readonly value: unknown; readonly milliseconds: number }
  /** Nothing may be sent by this identity for so many milliseconds; then it is right again, by whomever. */
  | { readonly kind: 'turnedAway'; readonly after: number; readonly failure: RequestFailure }
  /** A passing fault of a read: repeat after so many milliseconds. */
  | { readonly kind: 'again'; readonly after: number; readonly failure: RequestFailure }
  /** It stands. A RequestFailure, or what the token source threw. */
  | { readonly kind: 'failed'; readonly failure: unknown };

/** What a traveller works with. */
export interface TravelOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly observer?: DoorObserver;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
}

/**
 * Sends a load through one identity, with a new token when the old one is not accepted.
 * @param progressed when any request last got through, in milliseconds since 1970
 */
export async function travel(
  member: Member,
  load: Load,
  progressed: () => number,
  { clock, observer, random }: TravelOptions,
): Promise<Travelled> {
  const { waiting, operation } = load;
  try {
    for (let renewed = false; ; renewed = true) {
      const end = await send(member, load, { clock, observer });
      if (!(end instanceof RequestFailure)) return { kind: 'arrived', ...end };
      const now = clock.now();
      const attempt = {
        number: Math.max(...waiting.map(({ attempts }) => attempts)),
        turnedAway: Math.max(...waiting.map(({ turnedAway }) => turnedAway)),
        // Patience begins anew whenever anybody gets through: then its own turn will come.
        waited: now - Math.max(progressed(), ...waiting.map(({ since }) => since)),
        renewed,
      };
      const decision = retryDecision(attempt, end, operation, { now, random: random() });
      switch (decision.kind) {
        case 'renew':
          await member.tokens.token(true);
          break;
        case 'hold':
          return { kind: 'turnedAway', after: decision.after, failure: end };
        case 'again':
          return { kind: 'again', after: decision.after, failure: end };
        case 'stop':
          return { kind: 'failed', failure: end };
      }
    }
  } catch (failure) {
    return { kind: 'failed', failure };
  }
}
