import { describe, expect, it } from '@jest/globals';
import { verdicts } from '../../../scripts/bench/bars.js';
import type { BenchResult } from '../../../scripts/bench/result.js';
import { allReached, scaled, sent } from './sampleResult.js';

const missed = (result: BenchResult): readonly string[] =>
  verdicts(result)
    .filter(({ ok }) => !ok)
    .map(({ what }) => what);

const { redemptions, recovery } = allReached;
if (redemptions === undefined || recovery === undefined) throw new Error('the sample is not whole');
const [plain, flow] = redemptions.latency;
if (plain === undefined || flow === undefined) throw new Error('the sample is not whole');

/** What is worse than the sample, and the one bar that must notice. */
const worse: readonly (readonly [string, Partial<BenchResult>, string])[] = [
  [
    'a request too many for each invitation at 10,000',
    { scale: allReached.scale?.map((one) => ({ ...one, requestsPerInvitation: 1.06 })) },
    'a send costs HTTP requests',
  ],
  [
    'a write operation too many',
    { scale: allReached.scale?.map((one) => ({ ...one, writesPerInvitation: 3.02 })) },
    'a send costs write operations',
  ],
  [
    'one identity below the ceiling at one of the times',
    { sending: [sent(1, 25, 0.94), sent(1, 100, 0.98), sent(2, 100, 0.98)] },
    'one identity reaches of the ceiling, at each operation time',
  ],
  [
    'a sequential client that is nearly as fast',
    {
      sending: [
        {
          ...sent(1, 100, 0.98),
          sequential: { burst: 0, perSecond: 3, requestsPerInvitation: 4, refusedShare: 0 },
        },
      ],
    },
    'times as fast as a sequential client in the same run',
  ],
  [
    'two identities that do not add up',
    { sending: [sent(1, 100, 1), sent(2, 100, 0.9)] },
    'several identities reach of as many times one',
  ],
  [
    'more work for each invitation where more are queued',
    { scale: [scaled(10_000), { ...scaled(100_000), cpuMillisecondsPerInvitation: 2.2 }] },
    'cost of an invitation at the longest queue, in processor time and operations, of that at the next shorter',
  ],
  [
    'more memory than allowed',
    { scale: [scaled(10_000), { ...scaled(100_000), memoryPeakMegabytes: 151 }] },
    'memory of the service, at its most',
  ],
  [
    'a request more for a redemption',
    { redemptions: { ...redemptions, latency: [{ ...plain, requestsPerRedemption: 3 }, flow] } },
    'requests of a redemption, without and with a workflow',
  ],
  [
    'a write more for a redemption',
    { redemptions: { ...redemptions, latency: [{ ...plain, writesPerRedemption: 7 }, flow] } },
    'write operations of a redemption that gives two web roles',
  ],
  [
    'an eleventh who redeems',
    { redemptions: { ...redemptions, bursts: redemptions.bursts.map((one) => ({ ...one, redeemed: 11 })) } },
    'redeemed of a group with a maximum that many redeem at once',
  ],
  ['a mail that is lost', { recovery: { ...recovery, lost: 1 } }, 'mails lost or doubled'],
  [
    'more mails than invitations',
    { scale: allReached.scale?.map((one) => ({ ...one, mailsPerInvitation: 1.001 })) },
    'mails lost or doubled',
  ],
  [
    'a restart that takes a minute and more',
    { recovery: { ...recovery, longestMilliseconds: 60_001 } },
    'until the next mail after kill -9 and a restart',
  ],
];

describe('the bars', () => {
  it('are twelve, and all reached by a run that is good enough', () => {
    expect(verdicts(allReached)).toHaveLength(12);
    expect(missed(allReached)).toEqual([]);
  });

  it.each(worse)('notice %s', (_, change, what) => {
    expect(missed({ ...allReached, ...change })).toEqual([what]);
  });

  it('say nothing of parts that were not measured', () => {
    const { machine, quick, windowSeconds } = allReached;
    expect(verdicts({ machine, quick, windowSeconds })).toEqual([]);
    expect(verdicts({ machine, quick, windowSeconds, recovery }).map(({ what }) => what)).toEqual([
      'mails lost or doubled',
      'until the next mail after kill -9 and a restart',
    ]);
  });

  it('are lower for a quick run where it is too short to tell', () => {
    const short = { ...allReached, sending: [sent(1, 100, 0.9), sent(2, 100, 0.9)] };
    expect(missed(short)).toEqual(['one identity reaches of the ceiling, at each operation time']);
    expect(missed({ ...short, quick: true })).toEqual([]);
  });
});
