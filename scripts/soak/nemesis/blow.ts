import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxSwitches } from '../../system/sandboxSwitches.js';
import type { Random } from '../random.js';
import type { Spell } from './spell.js';
import { fairWeather, nextStorm, standingRules, type Storm, type StormKind } from './storm.js';

/** How often each fault was injected; of a stuck mailbox and of protection, how many storms there were. */
export type FaultCounts = Map<StormKind, number>;

/** What a time of storms did. */
export interface Damage {
  readonly faults: FaultCounts;
  readonly spells: readonly Spell[];
}

/** Storm after storm until it is over; then fair weather. */
export async function blow(
  switches: SandboxSwitches,
  random: Random,
  isOver: () => boolean,
): Promise<Damage> {
  const faults: FaultCounts = new Map();
  const spells: Spell[] = [];
  const add = (kind: StormKind, count: number): void =>
    void faults.set(kind, (faults.get(kind) ?? 0) + count);
  let before: Pick<Storm, 'kinds' | 'rules'> = { kinds: [], rules: [] };
  let from = Date.now();
  /** Sets the rules of another storm; counts what those before did, and notes how long they were in force. */
  const change = async (to: typeof before): Promise<void> => {
    const began = Date.now();
    const applied = await switches.faults([...standingRules, ...to.rules]);
    const ruled = before.kinds.filter(hasRule);
    ruled.forEach((kind, at) => add(kind, applied[standingRules.length + at] ?? 0));
    spells.push(...before.kinds.map((trouble) => ({ trouble, from, to: Date.now() })));
    before = to;
    from = began;
  };

  while (!isOver()) {
    const storm = nextStorm(random);
    await change(storm);
    await switches.protection(storm.protection);
    await switches.mailbox(storm.mailboxStuck);
    for (const kind of new Set(storm.kinds)) {
      if (kind === 'protection' || kind === 'stuckMailbox') add(kind, 1);
    }
    await sleep(storm.lasting);
  }
  await change({ kinds: [], rules: [] });
  await switches.protection(fairWeather);
  await switches.mailbox(false);
  return { faults, spells };
}

/** The others are switches, or nothing at all. */
const hasRule = (kind: StormKind): boolean =>
  kind !== 'protection' && kind !== 'stuckMailbox' && kind !== 'none';
