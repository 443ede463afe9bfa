interface Entry {
  /** When the request arrived, in milliseconds. */
  readonly at: number;
  /** How long it took, in milliseconds; 0 until it is finished. */
  cost: number;
  /** It has left the window before it was finished. */
  left: boolean;
}

/** The requests of one user in the last so many milliseconds, and what they cost. Times are milliseconds since 1970. */
export class SlidingWindow {
  readonly #entries: Entry[] = [];
  /** Entries before this one have left the window; they are cut off in bulk. */
  #first = 0;
  #cost = 0;

  /** Notes a request; call the returned function with its cost when it is finished. */
  add(at: number): (cost: number) => void {
    const entry: Entry = { at, cost: 0, left: false };
    this.#entries.push(entry);
    return (cost) => {
      entry.cost = cost;
      if (!entry.left) this.#cost += cost;
    };
  }

  /** Forgets what arrived at or before `time`. */
  forgetUntil(time: number): void {
    for (
      let entry = this.#entries[this.#first];
      entry !== undefined && entry.at <= time;
      entry = this.#entries[this.#first]
    ) {
      this.#cost -= entry.cost;
      entry.left = true;
      this.#first += 1;
    }
    if (this.#first > 1000) {
      this.#entries.splice(0, this.#first);
      this.#first = 0;
    }
  }

  /** How many requests are in the window. */
  get count(): number {
    return this.#entries.length - this.#first;
  }

  /** What they cost together. */
  get cost(): number {
    return this.#cost;
  }

  /** When the request arrived whose leaving brings the count below `limit`; undefined when it is below. */
  arrivalAtCount(limit: number): number | undefined {
    return this.count < limit ? undefined : this.#entries[this.#first + this.count - limit]?.at;
  }

  /** When the request arrived whose leaving brings the cost below `limit`; undefined when it is below. */
  arrivalAtCost(limit: number): number | undefined {
    let cost = this.#cost;
    if (cost < limit) return undefined;
    for (const entry of this.#entries.slice(this.#first)) {
      cost -= entry.cost;
      if (cost < limit) return entry.at;
    }
    return undefined;
  }
}
