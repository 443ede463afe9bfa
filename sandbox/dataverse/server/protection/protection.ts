import type { Clock } from '../../clock.js';
import { documentedLimits, type ProtectionLimits } from './limits.js';
import { SlidingWindow } from './slidingWindow.js';
import { throttled } from './throttled.js';

/** A request that was let in. Call `finish` exactly once, with its execution time in milliseconds. */
export interface Admission {
  finish(executionMilliseconds: number): void;
}

interface Usage {
  window: SlidingWindow;
  active: number;
}

/** Steps of Retry-After to wait after running into the concurrency limit: it is over as soon as a request ends. */
const concurrencyRetryAfterSteps = 2;

/**
 * Service protection: what each user may ask of the organization, over a sliding window ("Service protection API
 * limits"). A refused request counts too, so pushing on lengthens the wait.
 */
export class Protection {
  #limits: ProtectionLimits = documentedLimits;
  /** Simulated work: milliseconds that each operation takes, the sandbox's own part included. Counts as execution time. */
  operationMilliseconds = 0;
  /** The degree of parallelism that `x-ms-dop-hint` recommends; a hint, nothing is refused by it. */
  dopHint = 10;
  readonly #users = new Map<string, Usage>();

  constructor(
    private readonly clock: Clock,
    /** Off: everything is let in and nothing is counted. */
    public enabled: boolean,
    limits: Partial<ProtectionLimits> = {},
  ) {
    this.setLimits(limits);
  }

  get limits(): ProtectionLimits {
    return this.#limits;
  }

  /** Changes some of the limits; what users have used stays. */
  setLimits(limits: Partial<ProtectionLimits>): void {
    this.#limits = { ...this.#limits, ...limits };
  }

  /** Forgets what everybody has used. Requests under way stay counted as concurrent. */
  reset(): void {
    for (const usage of this.#users.values()) usage.window = new SlidingWindow();
  }

  /**
   * Lets a user's request in.
   * @throws DataverseError 429 with Retry-After.
   */
  admit(userId: string): Admission {
    if (!this.enabled) return { finish: () => undefined };
    const usage = this.#usage(userId);
    const { requests, executionMilliseconds, concurrency } = this.#limits;
    if (usage.active >= concurrency) {
      throw throttled('concurrency', this.#limits, this.#inSteps(0, concurrencyRetryAfterSteps));
    }
    const byCount = usage.window.arrivalAtCount(requests);
    const byCost = usage.window.arrivalAtCost(executionMilliseconds);
    const noteCost = usage.window.add(this.clock.now().getTime());
    if (byCount !== undefined) throw throttled('requests', this.#limits, this.#secondsUntilLeft(byCount));
    if (byCost !== undefined) throw throttled('executionTime', this.#limits, this.#secondsUntilLeft(byCost));
    usage.active += 1;
    return {
      finish: (milliseconds) => {
        usage.active -= 1;
        noteCost(milliseconds);
      },
    };
  }

  /** The x-ms-ratelimit headers: what the user has left. None while the protection is off. */
  headers(userId: string): Record<string, string> {
    if (!this.enabled) return {};
    const { window } = this.#usage(userId);
    const seconds = Math.max(0, this.#limits.executionMilliseconds - window.cost) / 1000;
    return {
      'x-ms-ratelimit-burst-remaining-xrm-requests': String(
        Math.max(0, this.#limits.requests - window.count),
      ),
      'x-ms-ratelimit-time-remaining-xrm-requests': seconds.toLocaleString('en-US', {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
    };
  }

  #usage(userId: string): Usage {
    const usage = this.#users.get(userId) ?? { window: new SlidingWindow(), active: 0 };
    this.#users.set(userId, usage);
    usage.window.forgetUntil(this.clock.now().getTime() - this.#limits.windowSeconds * 1000);
    return usage;
  }

  #secondsUntilLeft(arrival: number): string {
    const milliseconds = arrival + this.#limits.windowSeconds * 1000 - this.clock.now().getTime();
    return this.#inSteps(milliseconds / 1000, 1);
  }

  /** So many seconds, rounded up to the step of Retry-After and at least so many steps. */
  #inSteps(seconds: number, leastSteps: number): string {
    const step = this.#limits.retryAfterStepSeconds;
    const steps = Math.max(leastSteps, Math.ceil(seconds / step));
    // Nanoseconds: without them 3 steps of 0.1 would be 0.30000000000000004.
    return String(Number((steps * step).toFixed(9)));
  }
}
