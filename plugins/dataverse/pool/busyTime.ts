/** How busy one identity was lately. */
export interface BusyTime {
  /** Notes that from the last call to this moment so many requests were under way. */
  pass(now: number, underWay: number): void;
  /** Requests under way on average over the whole window, quiet times included. */
  average(now: number): number;
}

/** Slices that the window is kept in: within one, requests count as spread evenly. */
const slices = 60;

/** A memory of the last `window` milliseconds; it takes the same room however many requests there were. */
export function createBusyTime(window: number): BusyTime {
  const length = window / slices;
  /** Slice number → milliseconds of requests that ended up in it. */
  const busy = new Map<number, number>();
  let last: number | undefined;

  return {
    pass(now, underWay) {
      const elapsed = Math.max(0, now - (last ?? now));
      last = now;
      if (underWay === 0 || elapsed === 0) return;
      const slice = Math.floor(now / length);
      busy.set(slice, (busy.get(slice) ?? 0) + elapsed * underWay);
      for (const known of busy.keys()) if (known < slice - slices) busy.delete(known);
    },
    average(now) {
      // A part of the oldest slice has left the window already.
      const began = now / length - slices;
      const inside = (slice: number): number => Math.min(1, Math.max(0, slice + 1 - began));
      const total = [...busy].reduce((sum, [slice, time]) => sum + time * inside(slice), 0);
      return total / window;
    },
  };
}
