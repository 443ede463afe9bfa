import { maximumMemory, maximumRecovery } from './limits.js';
import type { BenchResult } from './result.js';

/** A bar, and what was reached. */
export interface Verdict {
  readonly what: string;
  readonly bar: string;
  readonly reached: string;
  readonly ok: boolean;
}

type Reached = Omit<Verdict, 'what' | 'bar'>;

/** A bar of the design. */
interface Bar {
  readonly what: string;
  /** As people read it. */
  readonly bar: (quick: boolean) => string;
  /** Undefined where the part it speaks of was not measured. */
  readonly judge: (result: BenchResult) => Reached | undefined;
}

/** Parts of a run that is quick are short, and what is only there at its start weighs more. */
const shareOfCeiling = (quick: boolean): number => (quick ? 0.8 : 0.95);
const timesSequential = (quick: boolean): number => (quick ? 4 : 5);
const requestsAllowed = 1.05;
/** The three of each, and what is asked with POST once for all: the text of the template. */
const writesAllowed = (quick: boolean): number => (quick ? 3.05 : 3.01);
/** How much more an invitation may cost at the longest queue than at the next shorter one, before it counts as growing. */
const growth = 1.25;
/** Reads that many redemptions share, and the first of a process. */
const shared = 0.05;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const table: readonly Bar[] = [
  {
    what: 'a send costs HTTP requests',
    bar: () => `≤ ${requestsAllowed}`,
    judge: ({ scale, quick }) => {
      const [largest] = longQueues(scale, quick);
      return (
        largest && {
          reached: largest.requestsPerInvitation.toFixed(3),
          ok: largest.requestsPerInvitation <= requestsAllowed,
        }
      );
    },
  },
  {
    what: 'a send costs write operations',
    bar: (quick) => `≤ ${writesAllowed(quick)}`,
    judge: ({ scale, quick }) => {
      const [largest] = longQueues(scale, quick);
      return (
        largest && {
          reached: largest.writesPerInvitation.toFixed(3),
          ok: largest.writesPerInvitation <= writesAllowed(quick),
        }
      );
    },
  },
  {
    what: 'one identity reaches of the ceiling, at each operation time',
    bar: (quick) => `≥ ${shareOfCeiling(quick) * 100} %`,
    judge: ({ sending, quick }) => {
      const shares = (sending ?? [])
        .filter(({ identities }) => identities === 1)
        .map(({ perSecond, ceiling }) => perSecond / ceiling);
      if (shares.length === 0) return undefined;
      return {
        reached: shares.map(percent).join(' · '),
        ok: Math.min(...shares) >= shareOfCeiling(quick),
      };
    },
  },
  {
    what: 'times as fast as a sequential client in the same run',
    bar: (quick) => `≥ ${timesSequential(quick)} ×`,
    judge: ({ sending, quick }) => {
      const times = (sending ?? []).flatMap(({ perSecond, sequential }) =>
        sequential ? [perSecond / sequential.perSecond] : [],
      );
      if (times.length === 0) return undefined;
      return {
        reached: times.map((time) => `${time.toFixed(1)} ×`).join(' · '),
        ok: Math.min(...times) >= timesSequential(quick),
      };
    },
  },
  {
    what: 'several identities reach of as many times one',
    bar: (quick) => `≥ ${shareOfCeiling(quick) * 100} %`,
    judge: ({ sending = [], quick }) => {
      const shares = sending
        .filter(({ identities, services }) => identities > 1 && services === 1)
        .flatMap(({ identities, operationMilliseconds, perSecond }) => {
          const one = sending.find(
            (other) => other.identities === 1 && other.operationMilliseconds === operationMilliseconds,
          );
          return one ? [perSecond / (identities * one.perSecond)] : [];
        });
      if (shares.length === 0) return undefined;
      return {
        reached: shares.map(percent).join(' · '),
        ok: Math.min(...shares) >= shareOfCeiling(quick),
      };
    },
  },
  {
    what: 'cost of an invitation at the longest queue, in processor time and operations, of that at the next shorter',
    bar: () => `≤ ${growth} ×`,
    judge: ({ scale = [] }) => {
      const [shorter, longest] = scale.slice(-2);
      if (shorter === undefined || longest === undefined) return undefined;
      const grown = [
        longest.cpuMillisecondsPerInvitation / shorter.cpuMillisecondsPerInvitation,
        longest.operationsPerInvitation / shorter.operationsPerInvitation,
      ];
      return {
        reached: grown.map((times) => `${times.toFixed(2)} ×`).join(' · '),
        ok: Math.max(...grown) <= growth,
      };
    },
  },
  {
    what: 'memory of the service, at its most',
    bar: () => `≤ ${maximumMemory} MB`,
    judge: ({ scale }) => {
      if (scale === undefined) return undefined;
      const peaks = scale.map(({ memoryPeakMegabytes }) => memoryPeakMegabytes);
      return {
        reached: peaks.map((peak) => `${peak.toFixed(0)} MB`).join(' · '),
        ok: Math.max(...peaks) <= maximumMemory,
      };
    },
  },
  {
    what: 'requests of a redemption, without and with a workflow',
    bar: () => '≤ 2 · 3',
    judge: ({ redemptions }) =>
      redemptions && {
        reached: redemptions.latency
          .map(({ requestsPerRedemption }) => requestsPerRedemption.toFixed(2))
          .join(' · '),
        ok: redemptions.latency.every(
          ({ workflow, requestsPerRedemption }) => requestsPerRedemption <= (workflow ? 3 : 2) + shared,
        ),
      },
  },
  {
    what: 'write operations of a redemption that gives two web roles',
    bar: () => '≤ 4 + 2',
    judge: ({ redemptions }) => {
      const plain = redemptions?.latency.find(({ workflow }) => !workflow);
      return (
        plain && {
          reached: plain.writesPerRedemption.toFixed(2),
          ok: plain.writesPerRedemption <= 4 + plain.webRoles + shared,
        }
      );
    },
  },
  {
    what: 'redeemed of a group with a maximum that many redeem at once',
    bar: () => 'the maximum, nobody without an answer',
    judge: ({ redemptions }) =>
      redemptions && {
        reached: redemptions.bursts
          .map(
            ({ asked, maximum, redeemed, failed }) =>
              `${redeemed} of ${maximum} by ${asked}, ${failed} without an answer`,
          )
          .join(' · '),
        ok: redemptions.bursts.every(({ maximum, redeemed, failed }) => redeemed === maximum && failed === 0),
      },
  },
  {
    what: 'mails lost or doubled',
    bar: () => '0',
    judge: ({ scale = [], recovery }) => {
      if (scale.length === 0 && recovery === undefined) return undefined;
      const strays = scale.filter(({ mailsPerInvitation }) => mailsPerInvitation !== 1).length;
      const [lost, doubled] = [recovery?.lost ?? 0, recovery?.doubled ?? 0];
      return {
        reached: strays === 0 ? `${lost} lost, ${doubled} doubled` : 'not a mail for each invitation',
        ok: strays + lost + doubled === 0,
      };
    },
  },
  {
    what: 'until the next mail after kill -9 and a restart',
    bar: () => `≤ ${maximumRecovery / 1000} s`,
    judge: ({ recovery }) =>
      recovery && {
        reached: `${(recovery.longestMilliseconds / 1000).toFixed(1)} s`,
        ok: recovery.longestMilliseconds <= maximumRecovery,
      },
  },
];

/** What of the design's bars (§ quality bars) was reached; bars of parts that were not measured are left out. */
export function verdicts(result: BenchResult): readonly Verdict[] {
  return table.flatMap(({ what, bar, judge }) => {
    const reached = judge(result);
    return reached ? [{ what, bar: bar(result.quick), ...reached }] : [];
  });
}

/** The queue that costs are judged at: 10,000, or the longest of a quick run. */
function longQueues(scale: BenchResult['scale'], quick: boolean): NonNullable<BenchResult['scale']> {
  return (scale ?? []).filter(({ queued }) => quick || queued === 10_000).slice(-1);
}
