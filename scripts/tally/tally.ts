/** What was asked for held against what happened, in the words of Jepsen's total-queue checker. */
export interface Tally {
  /** How many effects were asked for, each counted once. */
  readonly requested: number;
  /** How many of them happened, at least once. */
  readonly effected: number;
  /** Keys that were asked for and have no effect. */
  readonly lost: readonly string[];
  /** Keys with more than one effect, whether asked for or not. */
  readonly doubled: readonly string[];
  /** Keys that nobody asked for and that happened all the same. */
  readonly unexpected: readonly string[];
  /** How many of the indeterminate ones happened. */
  readonly recovered: number;
}

/** What a tally is made of. A key names one effect that may happen once: see key.ts. */
export interface TallyInput {
  /** Keys of what was certainly asked for. */
  readonly requested: readonly string[];
  /** One key for each effect that was found; a key twice where there are two. */
  readonly effects: readonly string[];
  /**
   * Keys of which the asker does not know whether the request arrived, because the answer was lost: none or one effect is right.
   * Whatever is in `requested` too is certain.
   */
  readonly indeterminate?: readonly string[];
}

/** Counts lost, doubled, unexpected and recovered. Pure; keys are compared as they are. */
export function tally({ requested, effects, indeterminate = [] }: TallyInput): Tally {
  const asked = new Set(requested);
  const unsure = new Set(indeterminate.filter((key) => !asked.has(key)));
  const times = new Map<string, number>();
  for (const key of effects) times.set(key, (times.get(key) ?? 0) + 1);
  const happened = [...times.keys()];
  const lost = [...asked].filter((key) => !times.has(key));
  return {
    requested: asked.size,
    effected: asked.size - lost.length,
    lost,
    doubled: happened.filter((key) => (times.get(key) ?? 0) > 1),
    unexpected: happened.filter((key) => !asked.has(key) && !unsure.has(key)),
    recovered: happened.filter((key) => unsure.has(key)).length,
  };
}

/** Whether nothing was lost, doubled or unexpected. */
export const isExact = ({ lost, doubled, unexpected }: Tally): boolean =>
  lost.length + doubled.length + unexpected.length === 0;
