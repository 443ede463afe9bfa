import type { Tally } from '../../tally/tally.js';
import type { Violation } from '../checker/violation.js';
import type { FaultCounts } from '../nemesis/blow.js';
import type { Fate } from '../nemesis/fate.js';
import type { AskedInvitation } from './asked.js';

/** What a wave came to, in figures. */
export interface WaveResult {
  readonly number: number;
  readonly began: Date;
  readonly asked: readonly AskedInvitation[];
  /** Mails that arrived. */
  readonly mails: number;
  readonly tally: Tally;
  readonly redemptions: Tally;
  /** Redemption requests. */
  readonly requests: number;
  /** Invitations that nothing but setting aside helped. */
  readonly setAside: number;
  readonly fates: ReadonlyMap<Fate['kind'], number>;
  readonly faults: FaultCounts;
  /** Seconds from the last kill until nothing was left to do; undefined: it never came to that. */
  readonly drained: number | undefined;
  readonly violations: readonly Violation[];
}
