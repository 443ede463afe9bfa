/** Chance that can be repeated: the same seed gives the same run of numbers. */
export interface Random {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True in that share of cases, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** One of the entries, each as likely as its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  guid(): string;
}

/** @param seed any whole number */
export function seeded(seed: number): Random {
  const next = mulberry32(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => whole(0, 15).toString(16)).join('');
  return {
    whole,
    chance: (share) => next() < share,
    // The index is in range; an entry may be undefined itself.
    pick: <T>(from: readonly [T, ...T[]]) => from[whole(0, from.length - 1)] as T,
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries<number>(weights) as [T, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
      if (found === undefined) throw new RangeError('There is nothing to choose from.');
      return found[0];
    },
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}

/** The generator known as mulberry32: 32 bits of state, numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
