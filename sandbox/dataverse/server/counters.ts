/** How much has been asked for: requests are HTTP requests to the Web API, operations what they consist of. */
export interface Count {
  readonly requests: number;
  /** A batch's parts count one each; a request that was refused before it ran counts none. */
  readonly operations: number;
}

/** What one caller has asked for. */
export interface CallerCount extends Count {
  /** Those that were let in. */
  readonly requests: number;
  /** Those answered 429, by service protection or by an injected fault. */
  readonly refused: number;
  /** Connections broken on purpose; if it was after the work, the request is among `requests` too. */
  readonly dropped: number;
}

/** A copy of the counters, as the admin endpoint shows it. */
export interface CountersSnapshot extends Count {
  /** HTTP status → answers; `dropped` for connections broken on purpose. */
  readonly statuses: Readonly<Record<string, number>>;
  /** HTTP method → operations, those in batches by their own method. */
  readonly methods: Readonly<Record<string, number>>;
  /** systemuserid of who authenticated → what they asked for. */
  readonly callers: Readonly<Record<string, CallerCount>>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const tooManyRequests = 429;

/** Counts requests and operations, for benchmarks and for tests that limit what a piece of work may cost. */
export class Counters {
  #requests = 0;
  #operations = 0;
  readonly #statuses = new Map<string, number>();
  readonly #methods = new Map<string, number>();
  readonly #callers = new Map<string, Mutable<CallerCount>>();

  /** A request arrived. */
  request(): void {
    this.#requests += 1;
  }

  /** A request of a known caller was let in. */
  admitted(userId: string): void {
    this.#caller(userId).requests += 1;
  }

  /** An operation ran for a caller. */
  operation(method: string, userId: string): void {
    this.#operations += 1;
    this.#methods.set(method, (this.#methods.get(method) ?? 0) + 1);
    this.#caller(userId).operations += 1;
  }

  /** A request was answered. @param userId who authenticated; undefined when nobody did */
  answered(status: number | 'dropped', userId: string | undefined): void {
    this.#statuses.set(String(status), (this.#statuses.get(String(status)) ?? 0) + 1);
    if (userId === undefined) return;
    if (status === tooManyRequests) this.#caller(userId).refused += 1;
    if (status === 'dropped') this.#caller(userId).dropped += 1;
  }

  snapshot(): CountersSnapshot {
    return {
      requests: this.#requests,
      operations: this.#operations,
      statuses: Object.fromEntries(this.#statuses),
      methods: Object.fromEntries(this.#methods),
      callers: Object.fromEntries([...this.#callers].map(([userId, count]) => [userId, { ...count }])),
    };
  }

  reset(): void {
    this.#requests = 0;
    this.#operations = 0;
    for (const map of [this.#statuses, this.#methods, this.#callers]) map.clear();
  }

  #caller(userId: string): Mutable<CallerCount> {
    let count = this.#callers.get(userId);
    if (count === undefined) {
      count = { requests: 0, operations: 0, refused: 0, dropped: 0 };
      this.#callers.set(userId, count);
    }
    return count;
  }
}
