import { ceilingFormula } from '../ceiling.js';
import type { BenchResult, SendingFigures } from '../result.js';
import type { FigureTable } from './figureTable.js';
import { verdicts } from '../bars.js';

const one = (number: number): string => number.toFixed(1);
const two = (number: number): string => number.toFixed(2);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const count = (number: number): string => number.toLocaleString('en');

/** All tables of what was measured, in the order in which they are read. */
export function figureTables(result: BenchResult): readonly FigureTable[] {
  const { sending, scale, redemptions, recovery } = result;
  return [
    ...(sending ? [sendingTable(sending, result.windowSeconds), plainTable(sending)] : []),
    ...(scale ? [scaleTable(scale)] : []),
    ...(redemptions ? [redemptionTable(redemptions), burstTable(redemptions)] : []),
    ...(recovery ? [recoveryTable(recovery)] : []),
  ];
}

/** What of the bars was reached. */
export function barTable(result: BenchResult): FigureTable {
  return {
    title: 'Bars.',
    note: 'What the product promises, and what this run reached.',
    header: ['what', 'bar', 'reached', ''],
    rows: verdicts(result).map(({ what, bar, reached, ok }) => [what, bar, reached, verdict(ok)]),
    texts: 4,
  };
}

/** The bars for a terminal: the verdict first, a line each. */
export function barLines(result: BenchResult): string {
  return verdicts(result)
    .map(
      ({ what, bar, reached, ok }) =>
        `${verdict(ok).padEnd(verdict(false).length)}  ${what}: ${reached} (bar: ${bar})`,
    )
    .join('\n');
}

const verdict = (ok: boolean): string => (ok ? 'ok' : 'MISSED');

const who = ({ identities, services }: SendingFigures): string =>
  services > 1
    ? `${services} services, an identity each`
    : `1 service, ${identities} ${identities === 1 ? 'identity' : 'identities'}`;

function sendingTable(sending: readonly SendingFigures[], windowSeconds: number): FigureTable {
  return {
    title: 'Sending at the ceiling.',
    note: `Limits over a window of ${windowSeconds} s; ${ceilingFormula}.`,
    header: [
      'who',
      'operation',
      'invitations/s',
      'ceiling',
      'reached',
      'a request each',
      'requests',
      'operations',
      'refused',
      'budget spent',
      'told to wait',
      'sandbox CPU',
      'service CPU',
    ],
    rows: sending.map((figures) => [
      who(figures),
      `${figures.operationMilliseconds} ms`,
      one(figures.perSecond),
      one(figures.ceiling),
      percent(figures.perSecond / figures.ceiling),
      `≤ ${one(figures.ceilingUngathered)}`,
      two(figures.requestsPerInvitation),
      two(figures.operationsPerInvitation),
      percent(figures.refusedShare),
      percent(figures.executionShare),
      percent(figures.throttledShare),
      percent(figures.sandboxCpu),
      percent(figures.serviceCpu),
    ]),
  };
}

function plainTable(sending: readonly SendingFigures[]): FigureTable {
  return {
    title: 'Plain clients.',
    note: 'In the same run, on the same sandbox, each as a user of its own with the same limits; four requests an invitation.',
    header: [
      'operation',
      'the service',
      'one after the other',
      'refused',
      'Promise.all of 250',
      'in the first window',
      'refused',
    ],
    rows: sending.flatMap(({ operationMilliseconds, perSecond, sequential, allAtOnce }) =>
      sequential && allAtOnce
        ? [
            [
              `${operationMilliseconds} ms`,
              `${one(perSecond)}/s`,
              `${one(sequential.perSecond)}/s`,
              percent(sequential.refusedShare),
              `${one(allAtOnce.perSecond)}/s`,
              count(allAtOnce.burst),
              percent(allAtOnce.refusedShare),
            ],
          ]
        : [],
    ),
  };
}

function scaleTable(scale: NonNullable<BenchResult['scale']>): FigureTable {
  return {
    title: 'Scale.',
    note: 'Protection off, operations that take no time of their own: what the service itself needs.',
    header: [
      'queued',
      'sent',
      'invitations/s',
      'requests',
      'operations',
      'writes',
      'service CPU',
      'sandbox CPU',
      'memory, most',
      'after',
    ],
    rows: scale.map((figures) => [
      count(figures.queued),
      count(figures.sent),
      one(figures.perSecond),
      two(figures.requestsPerInvitation),
      two(figures.operationsPerInvitation),
      two(figures.writesPerInvitation),
      `${two(figures.cpuMillisecondsPerInvitation)} ms`,
      `${two(figures.sandboxCpuMillisecondsPerInvitation)} ms`,
      `${figures.memoryPeakMegabytes.toFixed(0)} MB`,
      `${figures.memoryAfterMegabytes.toFixed(0)} MB`,
    ]),
  };
}

type Redemptions = NonNullable<BenchResult['redemptions']>;

function redemptionTable({ latency, inbox }: Redemptions): FigureTable {
  return {
    title: 'Redemptions.',
    note: `The function behind every door, four at once, 25 ms an operation, an account and two web roles. As rows of redemption requests, with operations that take no time: ${one(inbox.perSecond)} a second.`,
    header: ['redemption', 'requests', 'write operations', 'p50', 'p95', 'p99'],
    rows: latency.map(({ workflow, requestsPerRedemption, writesPerRedemption, answer }) => [
      workflow ? 'with a workflow' : 'without a workflow',
      two(requestsPerRedemption),
      two(writesPerRedemption),
      ...[answer.p50, answer.p95, answer.p99].map((milliseconds) => `${milliseconds.toFixed(0)} ms`),
    ]),
  };
}

function burstTable({ bursts }: Redemptions): FigureTable {
  return {
    title: 'Burst on a group.',
    note: 'All redeem at the same moment.',
    header: ['group', 'ask', 'maximum', 'redeemed', 'without an answer', 'all answered after'],
    rows: bursts.map(({ workflow, asked, maximum, redeemed, failed, milliseconds }) => [
      workflow ? 'with a workflow' : 'without a workflow',
      count(asked),
      count(maximum),
      count(redeemed),
      count(failed),
      `${(milliseconds / 1000).toFixed(1)} s`,
    ]),
  };
}

function recoveryTable(recovery: NonNullable<BenchResult['recovery']>): FigureTable {
  return {
    title: 'Recovery.',
    note: 'kill -9 in the middle of sending, and a restart; the time is from the restart.',
    header: ['kills', 'mails', 'lost', 'doubled', 'next mail after at most'],
    rows: [
      [
        count(recovery.kills),
        count(recovery.requested),
        count(recovery.lost),
        count(recovery.doubled),
        `${(recovery.longestMilliseconds / 1000).toFixed(1)} s`,
      ],
    ],
  };
}
