/** One case of sending at the ceiling. */
export interface SendingCase {
  readonly identities: number;
  /** Processes on one queue, each with its part of the identities. */
  readonly services: number;
  readonly operationMilliseconds: number;
  /** Whether the two plain clients run beside it, each as a user of its own. */
  readonly plainClients: boolean;
}

/** How much a benchmark measures. */
export interface BenchPlan {
  readonly quick: boolean;
  readonly sending: {
    /** Length of the sliding window; the documented one is 300 s. */
    readonly windowSeconds: number;
    /** Whole windows that are measured, after one that is not. */
    readonly windows: number;
    /** Cases of one group run at the same time, each with its own sandbox; the groups follow each other. */
    readonly groups: readonly (readonly SendingCase[])[];
  };
  readonly scale: {
    readonly queued: readonly number[];
    /** Invitations sent at each length, or all where there are fewer. */
    readonly sends: number;
  };
  readonly redemptions: { readonly each: number; readonly burst: number; readonly maximum: number };
  readonly recovery: { readonly queued: number; readonly kills: number };
}

const one = (operationMilliseconds: number): SendingCase => ({
  identities: 1,
  services: 1,
  operationMilliseconds,
  plainClients: true,
});
const pool = (identities: number, operationMilliseconds: number): SendingCase => ({
  identities,
  services: 1,
  operationMilliseconds,
  plainClients: false,
});
const several = (services: number, operationMilliseconds: number): SendingCase => ({
  identities: services,
  services,
  operationMilliseconds,
  plainClients: false,
});

/**
 * A quarter of an hour on two cores. What is quick for Dataverse is busy for the sandbox, and runs alone; what is slow mostly waits, and
 * shares the machine.
 */
export const fullPlan: BenchPlan = {
  quick: false,
  sending: {
    windowSeconds: 30,
    windows: 1,
    groups: [
      [one(25)],
      [one(50)],
      [one(100), one(200)],
      [pool(2, 25)],
      [pool(4, 25)],
      [pool(2, 100), pool(4, 100)],
      [several(2, 100), several(4, 100)],
    ],
  },
  scale: { queued: [1_000, 10_000, 100_000], sends: 30_000 },
  redemptions: { each: 300, burst: 200, maximum: 10 },
  recovery: { queued: 1_000, kills: 3 },
};

/** The same small: within a minute. */
export const quickPlan: BenchPlan = {
  quick: true,
  sending: { windowSeconds: 6, windows: 1, groups: [[one(100), pool(2, 100)]] },
  scale: { queued: [200, 1_000], sends: 1_000 },
  redemptions: { each: 40, burst: 200, maximum: 10 },
  recovery: { queued: 200, kills: 1 },
};
