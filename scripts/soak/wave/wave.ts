import type { Slot } from '../nemesis/slot.js';
import type { Testbed } from '../testbed/startTestbed.js';
import type { WaveResult } from './waveResult.js';

/** A wave: what is asked, and what befalls those who do it. */
export interface Wave {
  readonly number: number;
  readonly testbed: Testbed;
  readonly slots: readonly Slot[];
  readonly seed: number;
  readonly invitations: number;
  readonly kills: number;
  /** A slot whose service is left alive, to show what time does to its memory. */
  readonly elder: Slot | undefined;
  /** Whether the elder begins with a pause that is longer than any request may take. */
  readonly withLongPause: boolean;
  /** Moment after which nobody is killed any more, in milliseconds since 1970. */
  readonly until: number;
  /** The wave before: some of its invitations are sent again. */
  readonly before: WaveResult | undefined;
  readonly signal: AbortSignal;
  /** Gets the state of things now and then. */
  readonly progress: (line: string) => void;
}
