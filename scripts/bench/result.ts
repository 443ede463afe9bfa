import { z } from 'zod';

const plainShape = z.object({
  /** Invitations that turned Sent in the first window, which is not measured: the burst that an empty window lets through. */
  burst: z.number(),
  /** Invitations that turned Sent, a second. */
  perSecond: z.number(),
  requestsPerInvitation: z.number(),
  /** Share of its requests that were answered 429. */
  refusedShare: z.number(),
});

const sendingShape = z.object({
  /** Application users that it sends as. */
  identities: z.number(),
  /** Processes that share the queue; each has `identities / services` users of its own. */
  services: z.number(),
  operationMilliseconds: z.number(),
  /** What the execution-time limit allows, in invitations a second. */
  ceiling: z.number(),
  /** What could be reached with a request for each invitation. */
  ceilingUngathered: z.number(),
  /** Invitations that turned Sent, a second. */
  perSecond: z.number(),
  requestsPerInvitation: z.number(),
  operationsPerInvitation: z.number(),
  /** Share of all requests that were answered 429. */
  refusedShare: z.number(),
  /** Execution time that was spent, as a share of what is allowed. */
  executionShare: z.number(),
  /** Seconds in which identities were told to wait, as a share of the time of all identities. */
  throttledShare: z.number(),
  /** Processor time as a share of one core. */
  sandboxCpu: z.number(),
  serviceCpu: z.number(),
  sequential: plainShape.optional(),
  allAtOnce: plainShape.optional(),
});

const scaleShape = z.object({
  queued: z.number(),
  /** Of these, how many were sent while it was measured. */
  sent: z.number(),
  /** Mails that were there afterwards, for each invitation that was Sent: 1 unless one was lost or doubled. */
  mailsPerInvitation: z.number(),
  perSecond: z.number(),
  requestsPerInvitation: z.number(),
  operationsPerInvitation: z.number(),
  writesPerInvitation: z.number(),
  /** Processor time of the service. */
  cpuMillisecondsPerInvitation: z.number(),
  sandboxCpuMillisecondsPerInvitation: z.number(),
  /** Resident memory of the service: the most it had, and 3 s after the last send. */
  memoryPeakMegabytes: z.number(),
  memoryAfterMegabytes: z.number(),
});

const percentilesShape = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });

const redemptionShape = z.object({
  workflow: z.boolean(),
  webRoles: z.number(),
  redemptions: z.number(),
  requestsPerRedemption: z.number(),
  writesPerRedemption: z.number(),
  /** Milliseconds from the call of `redeem` to its answer. */
  answer: percentilesShape,
});

const burstShape = z.object({
  workflow: z.boolean(),
  asked: z.number(),
  maximum: z.number(),
  redeemed: z.number(),
  /** Those who got no definite answer. */
  failed: z.number(),
  milliseconds: z.number(),
});

const inboxShape = z.object({ requests: z.number(), redeemed: z.number(), perSecond: z.number() });

const recoveryShape = z.object({
  kills: z.number(),
  /** The longest time from a restart after kill -9 to the next mail. */
  longestMilliseconds: z.number(),
  requested: z.number(),
  lost: z.number(),
  doubled: z.number(),
});

/** What a run has measured. A part that was left out is missing. */
export const resultShape = z.object({
  machine: z.object({ processor: z.string(), cores: z.number(), node: z.string(), day: z.string() }),
  quick: z.boolean(),
  /** Length of the sliding window that limits were counted over, in seconds; 300 in Dataverse. */
  windowSeconds: z.number(),
  sending: z.array(sendingShape).optional(),
  scale: z.array(scaleShape).optional(),
  redemptions: z
    .object({ latency: z.array(redemptionShape), bursts: z.array(burstShape), inbox: inboxShape })
    .optional(),
  recovery: recoveryShape.optional(),
});

/** A run, as it is kept in docs/performance.json. */
export type BenchResult = Readonly<z.infer<typeof resultShape>>;
/** One case of sending at the ceiling. */
export type SendingFigures = Readonly<z.infer<typeof sendingShape>>;
/** A plain client that ran beside it. */
export type PlainFigures = Readonly<z.infer<typeof plainShape>>;
/** Sending from a queue of one length. */
export type ScaleFigures = Readonly<z.infer<typeof scaleShape>>;
/** Redemptions of single invitations, four at once. */
export type RedemptionFigures = Readonly<z.infer<typeof redemptionShape>>;
/** Many who redeem a group at once. */
export type BurstFigures = Readonly<z.infer<typeof burstShape>>;
/** Redemption requests that sites write as rows. */
export type InboxFigures = Readonly<z.infer<typeof inboxShape>>;
/** Restarts after kill -9. */
export type RecoveryFigures = Readonly<z.infer<typeof recoveryShape>>;
