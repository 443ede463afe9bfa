import type { PlannedInvitation } from './plan.js';

/** Somebody wanted a code redeemed. */
export interface AskedRedemption {
  /** Of the redemption request. */
  readonly id: string;
  readonly contact: string;
  /** `right`: an invited contact with the code; the others are to be refused. */
  readonly kind: 'right' | 'wrongPerson' | 'wrongCode';
}

/** An invitation as people know it: what they asked for, and what became of their own doing. */
export interface AskedInvitation {
  readonly plan: PlannedInvitation;
  /** The send that was asked for in this wave: 1, or more for one of a wave before. */
  readonly generation: number;
  /** Whether the request certainly arrived. */
  readonly isCertain: boolean;
  /**
   * `withdrawn` and `deleted` were done to the very version that asked to be sent (If-Match): then there must be no mail. Where the
   * service was first, people have let it be: `kept`.
   */
  readonly outcome: 'kept' | 'withdrawn' | 'deleted';
  readonly redemptions: readonly AskedRedemption[];
}
