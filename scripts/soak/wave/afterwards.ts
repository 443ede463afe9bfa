import { setTimeout as sleep } from 'node:timers/promises';
import type { Violation, ViolationKind } from '../checker/violation.js';
import type { Slot } from '../nemesis/slot.js';
import { drain, settle } from './drain.js';
import type { People } from './people.js';
import type { Wave } from './wave.js';

/** Seconds until a service is through with its first row after the last kill. How long a whole backlog takes is a matter of its length. */
const longestRecovery = 60;
/** Megabytes that a service may take. */
const mostMemory = 150;

/** What the time after the last kill came to. */
export interface Afterwards {
  /** Seconds until nothing was left to do; undefined: it never came to that. */
  readonly drained: number | undefined;
  readonly violations: readonly Violation[];
}

/** All services live again, in fair weather: waits until everything is at rest, and looks at them. */
export async function afterwards(
  { number, testbed, slots, signal }: Wave,
  people: People,
): Promise<Afterwards> {
  const violations: Violation[] = [];
  const violated = (kind: ViolationKind, subject: string, says: string): void =>
    void violations.push({ kind, subject, says });
  const wave = `wave ${number}`;
  const before = slots.map(({ comebacks }) => comebacks.length);
  for (const slot of slots) slot.alive();
  const drained = await drain(testbed, people, signal);
  if ('left' in drained) violated('not drained', wave, drained.left);
  // Where the elder was quicker than those that were killed, there may be none.
  const comebacks = slots.flatMap((slot, at) => slot.comebacks.slice(before[at]));
  const seconds = Math.min(...comebacks) / 1000;
  if (comebacks.length > 0 && seconds > longestRecovery)
    violated('recovery too slow', wave, `${seconds.toFixed(1)} s`);
  const left = await settle(testbed, signal);
  if (left !== undefined) violated('not drained', wave, left);
  for (const { name } of await notReady(slots)) violated('not ready', name, 'A minute after the wave.');
  for (const slot of slots) {
    slot.measure();
    violations.push(...slot.takeViolations());
    const { last } = slot.memory();
    if (last > mostMemory) violated('memory', slot.name, `${Math.round(last)} MB at rest`);
  }
  return { drained: 'left' in drained ? undefined : drained.seconds, violations };
}

/** A service may need a moment after the last storm; it must not need a minute. */
async function notReady(slots: readonly Slot[]): Promise<readonly Slot[]> {
  const giveUp = Date.now() + longestRecovery * 1000;
  let waiting = slots;
  while (waiting.length > 0 && Date.now() < giveUp) {
    const ready = await Promise.all(waiting.map((slot) => slot.alive().isReady()));
    waiting = waiting.filter((_, at) => ready[at] !== true);
    if (waiting.length > 0) await sleep(200);
  }
  return waiting;
}
