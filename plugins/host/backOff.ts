/** A delay that doubles from a first value to a longest one, and starts over when it is reset. Milliseconds. */
export interface BackOff {
  /** The next delay. */
  next(): number;
  reset(): void;
}

/** A back-off at its first delay. */
export function createBackOff(first: number, longest: number): BackOff {
  let delay = first;
  return {
    next() {
      const current = delay;
      delay = Math.min(delay * 2, longest);
      return current;
    },
    reset() {
      delay = first;
    },
  };
}
