import { isExact } from '../../tally/tally.js';
import type { Violation } from '../checker/violation.js';
import type { MemoryFigures } from '../nemesis/memoryWatch.js';
import type { Slot } from '../nemesis/slot.js';
import type { SoakOptions } from '../options.js';
import type { WaveResult } from '../wave/waveResult.js';

/** What a soak came to: what --json writes. */
export interface SoakFigures {
  readonly seed: number;
  readonly services: number;
  readonly minutes: number;
  /** Ended before its time, by Ctrl-C. */
  readonly interrupted: boolean;
  readonly waves: number;
  readonly requested: number;
  readonly mails: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unexpected: number;
  readonly recovered: number;
  readonly redemptionRequests: number;
  readonly redemptions: number;
  readonly redemptionsExact: boolean;
  /** What was done to services, by kind. */
  readonly fates: Readonly<Record<string, number>>;
  /** Faults injected, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** Invitations that had to be set aside. */
  readonly setAside: number;
  /** Seconds from a kill to the first row that the next service was through with, of those that got so far before they were struck. */
  readonly firstWork: { readonly kills: number; readonly median: number; readonly worst: number } | null;
  /** Seconds from the last kill of a wave until nothing was left to do, of the worst; null when one never came to that. */
  readonly drained: number | null;
  /** Megabytes by service; growth in ten minutes, null where none lived long enough to tell. */
  readonly memory: Readonly<
    Record<string, { readonly last: number; readonly most: number; readonly growth: number | null }>
  >;
  readonly violations: readonly Violation[];
}

export function soakFigures(
  options: Pick<SoakOptions, 'seed' | 'services'>,
  waves: readonly WaveResult[],
  slots: readonly Pick<Slot, 'name' | 'memory' | 'comebacks'>[],
  run: { readonly minutes: number; readonly interrupted: boolean },
): SoakFigures {
  const sum = (of: (wave: WaveResult) => number): number =>
    waves.reduce((total, wave) => total + of(wave), 0);
  const drained = waves.map((wave) => wave.drained);
  return {
    seed: options.seed,
    services: options.services,
    minutes: Math.round(run.minutes * 10) / 10,
    interrupted: run.interrupted,
    waves: waves.length,
    requested: sum(({ tally }) => tally.requested),
    mails: sum(({ mails }) => mails),
    lost: sum(({ tally }) => tally.lost.length),
    doubled: sum(({ tally }) => tally.doubled.length),
    unexpected: sum(({ tally }) => tally.unexpected.length),
    recovered: sum(({ tally }) => tally.recovered),
    redemptionRequests: sum(({ requests }) => requests),
    redemptions: sum(({ redemptions }) => redemptions.effected + redemptions.recovered),
    redemptionsExact: waves.every(({ redemptions }) => isExact(redemptions)),
    fates: added(waves.map(({ fates }) => fates)),
    faults: added(waves.map(({ faults }) => faults)),
    setAside: sum(({ setAside }) => setAside),
    firstWork: firstWork(slots.flatMap(({ comebacks }) => comebacks)),
    drained: drained.includes(undefined) ? null : Math.max(0, ...drained.map((seconds) => seconds ?? 0)),
    memory: Object.fromEntries(slots.map(({ name, memory }) => [name, rounded(memory())])),
    violations: waves.flatMap(({ violations }) => violations),
  };
}

function added(maps: readonly ReadonlyMap<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const map of maps) for (const [name, count] of map) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

function firstWork(comebacks: readonly number[]): SoakFigures['firstWork'] {
  const seconds = comebacks.map((milliseconds) => milliseconds / 1000).sort((a, b) => a - b);
  const [median, worst] = [seconds[Math.floor(seconds.length / 2)], seconds.at(-1)];
  return median === undefined || worst === undefined ? null : { kills: seconds.length, median, worst };
}

const rounded = ({ last, most, growth }: MemoryFigures): SoakFigures['memory'][string] => ({
  last: Math.round(last),
  most: Math.round(most),
  growth: growth === undefined ? null : Math.round(growth),
});
