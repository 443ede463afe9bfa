import { setTimeout as sleep } from 'node:timers/promises';
import type { Switches } from '../testbed/switches.js';
import type { Random } from '../random.js';
import { brokenRequests, fairWeather, nextStorm, type StormKind } from './storm.js';

/** How often each fault was injected; of a stuck mailbox and of protection, how many storms there were. */
export type FaultCounts = Map<StormKind, number>;

/** Storm after storm until it is over; then fair weather. */
export async function blow(
  switches: Switches,
  random: Random,
  isOver: () => boolean,
  counts: FaultCounts,
): Promise<void> {
  const add = (kind: StormKind, count: number): void =>
    void counts.set(kind, (counts.get(kind) ?? 0) + count);
  const withRule = (kinds: readonly StormKind[]): readonly StormKind[] =>
    kinds.filter((kind) => kind !== 'protection' && kind !== 'stuckMailbox' && kind !== 'none');
  let before: readonly StormKind[] = [];
  /** Sets new rules and counts what those before did. */
  const rule = async (
    kinds: readonly StormKind[],
    rules: Parameters<Switches['faults']>[0],
  ): Promise<void> => {
    const applied = await switches.faults([...brokenRequests, ...rules]);
    before.forEach((kind, at) => add(kind, applied[brokenRequests.length + at] ?? 0));
    before = withRule(kinds);
  };

  while (!isOver()) {
    const storm = nextStorm(random);
    await rule(storm.kinds, storm.rules);
    await switches.protection(storm.protection);
    await switches.mailbox(storm.mailboxStuck);
    for (const kind of new Set(storm.kinds)) {
      if (kind === 'protection' || kind === 'stuckMailbox') add(kind, 1);
    }
    await sleep(storm.lasting);
  }
  await rule([], []);
  await switches.protection(fairWeather);
  await switches.mailbox(false);
}
