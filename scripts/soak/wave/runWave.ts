import { setTimeout as sleep } from 'node:timers/promises';
import { checkLog } from '../checker/checkLog.js';
import { checkWave } from '../checker/checkWave.js';
import { readFacts } from '../checker/readFacts.js';
import type { Violation } from '../checker/violation.js';
import type { Testbed } from '../testbed/startTestbed.js';
import { blow, type FaultCounts } from '../nemesis/blow.js';
import type { Fate } from '../nemesis/fate.js';
import { harry, kill } from '../nemesis/harry.js';
import type { Slot } from '../nemesis/slot.js';
import { seeded } from '../random.js';
import { emptyMailbox } from '../../tally/readMails.js';
import type { AskedInvitation } from './asked.js';
import { createContacts } from './contacts.js';
import { drain, settle } from './drain.js';
import { createPeople } from './people.js';
import { planWave } from './plan.js';
import type { WaveResult } from './waveResult.js';

/** A wave: what is asked, and what befalls those who do it. */
export interface Wave {
  readonly number: number;
  readonly testbed: Testbed;
  readonly slots: readonly Slot[];
  readonly seed: number;
  readonly invitations: number;
  readonly kills: number;
  /** Whether the last slot's service is left alive, to show what time does to its memory. */
  readonly withElder: boolean;
  /** Whether the elder begins with a pause that is longer than any request may take. */
  readonly withLongPause: boolean;
  /** Moment after which nobody is killed any more, in milliseconds since 1970. */
  readonly until: number;
  /** The wave before: some of its invitations are sent again. */
  readonly before: WaveResult | undefined;
  readonly signal: AbortSignal;
  /** Gets the state of things now and then. */
  readonly progress: (line: string) => void;
}

/** The shortest and longest pause of a process, in milliseconds. */
const shortPauses = [1_000, 6_000] as const;
/** Longer than any request may take: whoever wakes up finds all requests timed out. */
const longPause: Fate = { kind: 'pause', after: 300, lasting: 135_000 };
/** Seconds that a recovery may take (design: recovery after kill -9). */
const longestRecovery = 60;
/** Megabytes that a service may take. */
const mostMemory = 150;
/** Share of the wave before that is sent again, at most. */
const againShare = 0.1;
/** Not each thing done to a service is a kill; invitations are to last until the last one. */
const matesOfKill = 1.25;

/** Runs a wave to its end and checks it. */
export async function runWave(wave: Wave): Promise<WaveResult> {
  const { testbed, slots, signal } = wave;
  const { dataverse, mailboxUrl } = testbed;
  const began = new Date(Math.floor(Date.now() / 1000) * 1000);
  const random = seeded(wave.seed + wave.number * 7919);
  const invitations = planWave(random, wave.invitations);
  await createContacts(invitations, dataverse);
  await emptyMailbox(mailboxUrl);
  const again = sentBefore(wave.before, wave.invitations * againShare);
  const people = createPeople({ invitations, again, dataverse, random: seeded(random.whole(0, 2 ** 31)) });

  const fates = new Map<Fate['kind'], number>();
  const faults: FaultCounts = new Map();
  const violations: Violation[] = [];
  let broken = false;
  const isOver = (): boolean =>
    broken ||
    signal.aborted ||
    Date.now() > wave.until ||
    ((fates.get('kill') ?? 0) >= wave.kills && people.waiting === 0);
  const portion = Math.max(1, Math.ceil(people.waiting / Math.max(1, wave.kills * matesOfKill)));
  const state = (): string =>
    `wave ${wave.number}: ${people.asked().length} asked, ${people.waiting} to ask, ${fates.get('kill') ?? 0} kills`;

  const redeeming = async (): Promise<void> => {
    while (!isOver()) {
      await people.redeem();
      await sleep(250);
    }
  };
  const harrying = slots.map((slot, at) => {
    const isElder = wave.withElder && slots.length > 1 && at === slots.length - 1;
    return harry({
      slot,
      random: seeded(random.whole(0, 2 ** 31)),
      isElder,
      pauses: shortPauses,
      ...(wave.withLongPause && isElder ? { first: longPause } : {}),
      isOver,
      feed: () => people.ask(portion),
      told: (kind) => {
        fates.set(kind, (fates.get(kind) ?? 0) + 1);
        wave.progress(state());
      },
      violated: (violation) => violations.push(violation),
    });
  });
  const blowing = blow(testbed.switches, seeded(random.whole(0, 2 ** 31)), isOver, faults);
  await together([...harrying, blowing, redeeming()], () => (broken = true));

  // The last kill: recovery is measured from here.
  const [victim] = slots;
  if (victim && wave.kills > 0) {
    await kill(victim.alive(), victim);
    fates.set('kill', (fates.get('kill') ?? 0) + 1);
  }
  for (const slot of slots) slot.alive();
  wave.progress(`${state()}; draining`);
  const drained = await drain(testbed, people, signal);
  if ('left' in drained)
    violations.push({ kind: 'not drained', subject: `wave ${wave.number}`, says: drained.left });
  else if (drained.seconds > longestRecovery)
    violations.push({
      kind: 'recovery too slow',
      subject: `wave ${wave.number}`,
      says: `${drained.seconds} s`,
    });
  const left = await settle(testbed, signal);
  if (left !== undefined)
    violations.push({ kind: 'not drained', subject: `wave ${wave.number}`, says: left });
  violations.push(...(await notReady(slots)));
  for (const slot of slots) {
    slot.measure();
    violations.push(...slot.takeViolations());
    if (slot.memory.last > mostMemory)
      violations.push({ kind: 'memory', subject: slot.name, says: `${Math.round(slot.memory.last)} MB` });
  }

  wave.progress(`${state()}; checking`);
  const asked = people.asked();
  const facts = await readFacts(dataverse, mailboxUrl, wave.before?.began ?? began);
  const verdict = checkWave(asked, facts);
  const codes = new Set(facts.invitations.flatMap(({ inv_code: code }) => code ?? []));
  const leaks = slots.flatMap((slot) => checkLog(slot.name, slot.takeLines(), codes));
  return {
    number: wave.number,
    began,
    asked,
    mails: facts.mails.length,
    tally: verdict.mails,
    redemptions: verdict.redemptions,
    requests: asked.reduce((sum, one) => sum + one.redemptions.length, 0),
    fates,
    faults,
    recovery: 'left' in drained ? undefined : drained.seconds,
    violations: [...violations, ...verdict.violations, ...leaks],
  };
}

/** Waits for all, even when one fails: whoever goes on alone would start services that nobody stops. */
async function together(tasks: readonly Promise<void>[], failed: () => void): Promise<void> {
  for (const task of tasks) task.catch(failed);
  const outcomes = await Promise.allSettled(tasks);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Some of those that were sent and that nobody redeemed. */
function sentBefore(before: WaveResult | undefined, most: number): readonly AskedInvitation[] {
  const sent = (before?.asked ?? []).filter(
    ({ plan, generation, isCertain, outcome, redemptions }) =>
      generation === 1 &&
      isCertain &&
      outcome === 'kept' &&
      plan.poison === undefined &&
      redemptions.length === 0,
  );
  return sent.slice(0, Math.floor(most));
}

/** A service may need a moment after the last storm; it must not need a minute. */
async function notReady(slots: readonly Slot[]): Promise<readonly Violation[]> {
  const giveUp = Date.now() + longestRecovery * 1000;
  let waiting = slots;
  while (waiting.length > 0 && Date.now() < giveUp) {
    const ready = await Promise.all(waiting.map((slot) => slot.alive().isReady()));
    waiting = waiting.filter((_, at) => ready[at] !== true);
    if (waiting.length > 0) await sleep(200);
  }
  return waiting.map(({ name }) => ({ kind: 'not ready', subject: name, says: 'A minute after the wave.' }));
}
