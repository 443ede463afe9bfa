import { growthOf, isAlone, judgedQueue, sharesOfAsMany } from './comparisons.js';
import { maximumMemory, maximumRecovery } from './limits.js';
import type { BenchResult } from './result.js';

/** A bar, and what was reached. */
export interface Verdict {
  readonly what: string;
  readonly bar: string;
  readonly reached: string;
  readonly ok: boolean;
}

type Reached = Pick<Verdict, 'reached' | 'ok'>;

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
const atMost = (limit: number) => (value: number) => value <= limit;
const atLeast = (limit: number) => (value: number) => value >= limit;

/** A bar that each of some values must reach; undefined where there is none. */
function each<T>(
  values: readonly T[] | undefined,
  text: (value: T) => string,
  isReached: (value: T) => boolean,
): Reached | undefined {
  if (values === undefined || values.length === 0) return undefined;
  return { reached: values.map(text).join(' · '), ok: values.every(isReached) };
}

const table: readonly Bar[] = [
  {
    what: 'a send costs HTTP requests',
    bar: () => `≤ ${requestsAllowed}`,
    judge: (result) =>
      each(
        judgedQueue(result).map(({ requestsPerInvitation }) => requestsPerInvitation),
        (requests) => requests.toFixed(3),
        atMost(requestsAllowed),
      ),
  },
  {
    what: 'a send costs write operations',
    bar: (quick) => `≤ ${writesAllowed(quick)}`,
    judge: (result) =>
      each(
        judgedQueue(result).map(({ writesPerInvitation }) => writesPerInvitation),
        (writes) => writes.toFixed(3),
        atMost(writesAllowed(result.quick)),
      ),
  },
  {
    what: 'one identity reaches of the ceiling, at each operation time',
    bar: (quick) => `≥ ${shareOfCeiling(quick) * 100} %`,
    judge: ({ sending = [], quick }) =>
      each(
        sending.filter(isAlone).map(({ perSecond, ceiling }) => perSecond / ceiling),
        percent,
        atLeast(shareOfCeiling(quick)),
      ),
  },
  {
    what: 'times as fast as a sequential client in the same run',
    bar: (quick) => `≥ ${timesSequential(quick)} ×`,
    judge: ({ sending = [], quick }) =>
      each(
        sending.flatMap(({ perSecond, sequential }) =>
          sequential ? [perSecond / sequential.perSecond] : [],
        ),
        (times) => `${times.toFixed(1)} ×`,
        atLeast(timesSequential(quick)),
      ),
  },
  {
    what: 'several identities reach of as many times one',
    bar: (quick) => `≥ ${shareOfCeiling(quick) * 100} %`,
    judge: ({ sending = [], quick }) =>
      each(sharesOfAsMany(sending), percent, atLeast(shareOfCeiling(quick))),
  },
  {
    what: 'cost of an invitation at the longest queue, in processor time and operations, of that at the next shorter',
    bar: () => `≤ ${growth} ×`,
    judge: ({ scale = [] }) => each(growthOf(scale), (times) => `${times.toFixed(2)} ×`, atMost(growth)),
  },
  {
    what: 'memory of the service, at its most',
    bar: () => `≤ ${maximumMemory} MB`,
    judge: ({ scale }) =>
      each(
        scale?.map(({ memoryPeakMegabytes }) => memoryPeakMegabytes),
        (peak) => `${peak.toFixed(0)} MB`,
        atMost(maximumMemory),
      ),
  },
  {
    what: 'requests of a redemption, without and with a workflow',
    bar: () => '≤ 2 · 3',
    judge: ({ redemptions }) =>
      each(
        redemptions?.latency,
        ({ requestsPerRedemption }) => requestsPerRedemption.toFixed(2),
        ({ workflow, requestsPerRedemption }) => requestsPerRedemption <= (workflow ? 3 : 2) + shared,
      ),
  },
  {
    what: 'write operations of a redemption that gives two web roles',
    bar: () => '≤ 4 + 2',
    judge: ({ redemptions }) =>
      each(
        redemptions?.latency.filter(({ workflow }) => !workflow),
        ({ writesPerRedemption }) => writesPerRedemption.toFixed(2),
        ({ writesPerRedemption, webRoles }) => writesPerRedemption <= 4 + webRoles + shared,
      ),
  },
  {
    what: 'redeemed of a group with a maximum that many redeem at once',
    bar: () => 'the maximum, nobody without an answer',
    judge: ({ redemptions }) =>
      each(
        redemptions?.bursts,
        ({ asked, maximum, redeemed, failed }) =>
          `${redeemed} of ${maximum} by ${asked}, ${failed} without an answer`,
        ({ maximum, redeemed, failed }) => redeemed === maximum && failed === 0,
      ),
  },
  {
    what: 'mails lost or doubled',
    bar: () => '0',
    judge: ({ scale = [], recovery }) => {
      if (scale.length === 0 && recovery === undefined) return undefined;
      const strays = scale.filter(({ mailsPerInvitation }) => mailsPerInvitation !== 1).length;
      const { lost, doubled } = recovery ?? { lost: 0, doubled: 0 };
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
      each(
        recovery && [recovery.longestMilliseconds],
        (longest) => `${(longest / 1000).toFixed(1)} s`,
        atMost(maximumRecovery),
      ),
  },
];

/** What of the design's bars (§ quality bars) was reached; bars of parts that were not measured are left out. */
export function verdicts(result: BenchResult): readonly Verdict[] {
  return table.flatMap(({ what, bar, judge }) => {
    const reached = judge(result);
    return reached ? [{ what, bar: bar(result.quick), ...reached }] : [];
  });
}
