import { ceiling, ceilingUngathered } from '../../../scripts/bench/ceiling.js';
import type {
  BenchResult,
  PlainFigures,
  ScaleFigures,
  SendingFigures,
} from '../../../scripts/bench/result.js';

const plain: PlainFigures = { burst: 50, perSecond: 2.4, requestsPerInvitation: 4, refusedShare: 0 };

/** @param reached share of the ceiling */
export const sent = (identities: number, operationMilliseconds: number, reached: number): SendingFigures => ({
  identities,
  services: 1,
  operationMilliseconds,
  ceiling: ceiling(identities, operationMilliseconds),
  ceilingUngathered: ceilingUngathered(identities, operationMilliseconds),
  perSecond: ceiling(identities, operationMilliseconds) * reached,
  requestsPerInvitation: 0.9,
  operationsPerInvitation: 3.04,
  refusedShare: 0.01,
  executionShare: 0.99,
  throttledShare: 0.2,
  sandboxCpu: 0.1,
  serviceCpu: 0.05,
  ...(identities === 1 && { sequential: plain, allAtOnce: { ...plain, perSecond: 0, refusedShare: 1 } }),
});

export const scaled = (queued: number): ScaleFigures => ({
  queued,
  sent: Math.min(queued, 10_000),
  mailsPerInvitation: 1,
  perSecond: 200,
  requestsPerInvitation: 0.3,
  operationsPerInvitation: 3.02,
  writesPerInvitation: 3,
  cpuMillisecondsPerInvitation: 1.7,
  sandboxCpuMillisecondsPerInvitation: 3,
  memoryPeakMegabytes: 140,
  memoryAfterMegabytes: 130,
});

const redemption = { webRoles: 2, redemptions: 300, answer: { p50: 181, p95: 200.5, p99: 240 } };
const burst = { asked: 200, maximum: 10, redeemed: 10, failed: 0, milliseconds: 1500 };

/** A run in which every bar is reached. */
export const allReached: BenchResult = {
  machine: { processor: 'a processor', cores: 2, node: 'v20.19.0', day: '2026-01-02' },
  quick: false,
  windowSeconds: 30,
  sending: [sent(1, 100, 0.98), sent(2, 100, 0.975)],
  scale: [1_000, 10_000, 100_000].map(scaled),
  redemptions: {
    latency: [
      { ...redemption, workflow: false, requestsPerRedemption: 2, writesPerRedemption: 6 },
      { ...redemption, workflow: true, requestsPerRedemption: 3.01, writesPerRedemption: 8 },
    ],
    bursts: [
      { ...burst, workflow: false },
      { ...burst, workflow: true },
    ],
    inbox: { requests: 300, redeemed: 300, perSecond: 60 },
  },
  recovery: { kills: 3, longestMilliseconds: 1900, requested: 1000, lost: 0, doubled: 0 },
};
