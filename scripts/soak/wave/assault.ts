import { setTimeout as sleep } from 'node:timers/promises';
import type { Violation } from '../checker/violation.js';
import { blow, type Damage } from '../nemesis/blow.js';
import type { Fate } from '../nemesis/fate.js';
import { harry } from '../nemesis/harry.js';
import type { Spell } from '../nemesis/spell.js';
import { seeded, type Random } from '../random.js';
import type { People } from './people.js';
import type { Wave } from './wave.js';

/** What was done in an assault. */
export interface Assault extends Damage {
  readonly fates: ReadonlyMap<Fate['kind'], number>;
  readonly violations: readonly Violation[];
}

/** The shortest and longest pause of a process, in milliseconds. */
const shortPauses = [1_000, 6_000] as const;
/** Longer than any request may take: whoever wakes up finds all requests timed out. */
const longPause: Fate = { kind: 'pause', after: 300, lasting: 135_000 };
/** Not each thing done to a service is a kill; invitations are to last until the last one. */
const matesOfKill = 1.25;
/** Milliseconds between two rounds of redeeming. */
const redeemEvery = 250;

/**
 * People ask and redeem, portion after portion, while services are killed, stopped and paused and storms blow. It ends when all kills
 * are done and everything is asked but a last portion; that is asked for at the very end, and everybody but the elder killed upon it.
 */
export async function assault(wave: Wave, people: People, random: Random): Promise<Assault> {
  const { slots, signal, elder } = wave;
  const fates = new Map<Fate['kind'], number>();
  const pauses: Spell[] = [];
  const violations: Violation[] = [];
  const kills = (): number => fates.get('kill') ?? 0;
  const portion = Math.max(1, Math.ceil(people.waiting / Math.max(1, wave.kills * matesOfKill)));
  const saw = (kind: Fate['kind']): void => {
    fates.set(kind, (fates.get(kind) ?? 0) + 1);
    wave.progress(`${people.asked().length} asked, ${people.waiting} to ask, ${kills()} kills`);
  };
  let isBroken = false;
  const isOver = (): boolean =>
    isBroken ||
    signal.aborted ||
    Date.now() > wave.until ||
    (kills() >= wave.kills && people.waiting <= portion);

  const redeeming = async (): Promise<void> => {
    while (!isOver()) {
      await people.redeem();
      await sleep(redeemEvery);
    }
  };
  const harrying = slots.map((slot) =>
    harry({
      slot,
      random: seeded(random.whole(0, 2 ** 31)),
      isElder: slot === elder,
      pauses: shortPauses,
      ...(wave.withLongPause && slot === elder ? { first: longPause } : {}),
      isOver,
      feed: () => people.ask(Math.min(portion, people.waiting - portion)),
      told(kind, from, to) {
        saw(kind);
        if (kind === 'pause') pauses.push({ trouble: 'pause', service: slot.name, from, to });
      },
      violated: (violation) => violations.push(violation),
    }),
  );
  const blowing = blow(wave.testbed.switches, seeded(random.whole(0, 2 ** 31)), isOver);
  await allOf([...harrying, blowing, redeeming()], () => (isBroken = true));

  signal.throwIfAborted();
  await people.ask(portion);
  await Promise.all(slots.filter((slot) => slot !== elder && wave.kills > 0).map(killLast));
  const { faults, spells } = await blowing;
  return { fates, faults, spells: [...spells, ...pauses], violations };

  async function killLast(slot: Wave['slots'][number]): Promise<void> {
    slot.alive();
    await slot.kill();
    saw('kill');
  }
}

/** Waits for all, even when one fails: whoever goes on alone would start services that nobody stops. */
async function allOf(tasks: readonly Promise<unknown>[], failed: () => void): Promise<void> {
  for (const task of tasks) task.catch(failed);
  const outcomes = await Promise.allSettled(tasks);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
