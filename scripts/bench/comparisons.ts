import type { BenchResult, ScaleFigures, SendingFigures } from './result.js';

/** Whether one identity works by itself. */
export const isAlone = ({ identities }: SendingFigures): boolean => identities === 1;

/** The queue that costs are judged at: 10,000, or the longest of a quick run. */
export const judgedQueue = ({ scale = [], quick }: BenchResult): readonly ScaleFigures[] =>
  scale.filter(({ queued }) => quick || queued === 10_000).slice(-1);

/** What each pool reached of as many times what one identity did, where operations took as long. */
export const sharesOfAsMany = (sending: readonly SendingFigures[]): readonly number[] =>
  sending
    .filter(({ identities, services }) => identities > 1 && services === 1)
    .flatMap((pool) => {
      const one = sending.find(
        (other) => isAlone(other) && other.operationMilliseconds === pool.operationMilliseconds,
      );
      return one ? [pool.perSecond / (pool.identities * one.perSecond)] : [];
    });

/** Times that an invitation costs at the longest queue what it does at the next shorter: processor time, and operations. */
export function growthOf(scale: readonly ScaleFigures[]): readonly number[] {
  const [shorter, longest] = scale.slice(-2);
  if (shorter === undefined || longest === undefined) return [];
  return [
    longest.cpuMillisecondsPerInvitation / shorter.cpuMillisecondsPerInvitation,
    longest.operationsPerInvitation / shorter.operationsPerInvitation,
  ];
}
