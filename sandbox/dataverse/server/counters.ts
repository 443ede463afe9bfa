/** How much has been asked for: requests are HTTP requests to the Web API, operations what they consist of. */
export interface Count {
  readonly requests: number;
  /** A batch's parts count one each; a request that was refused before it ran counts none. */
  readonly operations: number;
}

/** A copy of the counters, as the admin endpoint shows it. */
export interface CountersSnapshot extends Count {
  /** HTTP status → answers; `dropped` for connections broken on purpose. */
  readonly statuses: Readonly<Record<string, number>>;
  /** HTTP method → operations, those in batches by their own method. */
  readonly methods: Readonly<Record<string, number>>;
  /** systemuserid of who authenticated → requests and operations. */
  readonly callers: Readonly<Record<string, Count>>;
}

/** Counts requests and operations, for benchmarks and for tests that limit what a piece of work may cost. */
export class Counters {
  #requests = 0;
  #operations = 0;
  readonly #statuses = new Map<string, number>();
  readonly #methods = new Map<string, number>();
  readonly #callers = new Map<string, Count>();

  /** A request arrived. */
  request(): void {
    this.#requests += 1;
  }

  /** A request of a known caller was let in. */
  admitted(userId: string): void {
    const { requests, operations } = this.#caller(userId);
    this.#callers.set(userId, { requests: requests + 1, operations });
  }

  /** An operation ran for a caller. */
  operation(method: string, userId: string): void {
    this.#operations += 1;
    this.#methods.set(method, (this.#methods.get(method) ?? 0) + 1);
    const { requests, operations } = this.#caller(userId);
    this.#callers.set(userId, { requests, operations: operations + 1 });
  }

  /** A request was answered. */
  answered(status: number | 'dropped'): void {
    this.#statuses.set(String(status), (this.#statuses.get(String(status)) ?? 0) + 1);
  }

  snapshot(): CountersSnapshot {
    return {
      requests: this.#requests,
      operations: this.#operations,
      statuses: Object.fromEntries(this.#statuses),
      methods: Object.fromEntries(this.#methods),
      callers: Object.fromEntries(this.#callers),
    };
  }

  reset(): void {
    this.#requests = 0;
    this.#operations = 0;
    for (const map of [this.#statuses, this.#methods, this.#callers]) map.clear();
  }

  #caller(userId: string): Count {
    return this.#callers.get(userId) ?? { requests: 0, operations: 0 };
  }
}
