import { setTimeout as sleep } from 'node:timers/promises';
import type { Violation } from '../checker/violation.js';
import type { ServiceProcess } from '../testbed/serviceProcess.js';
import type { Random } from '../random.js';
import { nextFate, type Fate } from './fate.js';
import type { Slot } from './slot.js';

/** How one slot is harried. */
export interface Harry {
  readonly slot: Slot;
  readonly random: Random;
  readonly isElder: boolean;
  readonly pauses: readonly [number, number];
  /** What happens first; the rest is chance. */
  readonly first?: Fate;
  /** True when it is enough. */
  readonly isOver: () => boolean;
  /** Gives the service something to do, each time before something is done to it. */
  readonly feed: () => Promise<void>;
  /** Gets what was done; moments in milliseconds since 1970. */
  readonly told: (kind: Fate['kind'], from: number, to: number) => void;
  readonly violated: (violation: Violation) => void;
}

/** A storm can keep a service from ever beginning to work; then it is met while it tries. */
const longestStart = 3_000;
/** What the service promises for SIGTERM, with a second for a busy machine. */
const drainTime = 11_000;
/** How long a second SIGTERM may take: no time at all, but on a busy machine a process waits for its turn. */
const forceTime = 5_000;

/** Lets fate after fate befall the services of a slot until it is over. The last one lives. */
export async function harry({
  slot,
  random,
  isElder,
  pauses,
  first,
  isOver,
  feed,
  told,
  violated,
}: Harry): Promise<void> {
  let coming = first;
  while (!isOver()) {
    const service = slot.alive();
    await Promise.race([service.working, service.exited, sleep(longestStart)]);
    const fed = feed();
    const fate = coming ?? nextFate(random, isElder, pauses);
    coming = undefined;
    await sleep(fate.after);
    slot.measure();
    const from = Date.now();
    const problem = await befall(service, fate, slot);
    if (problem !== undefined) violated({ kind: 'drain too slow', subject: slot.name, says: problem });
    told(fate.kind, from, Date.now());
    await fed;
  }
}

/** @returns what was wrong with the way it ended */
async function befall(service: ServiceProcess, fate: Fate, slot: Slot): Promise<string | undefined> {
  switch (fate.kind) {
    case 'kill':
      await slot.kill();
      return undefined;
    case 'pause':
      service.signal('SIGSTOP');
      await sleep(fate.lasting);
      service.signal('SIGCONT');
      return undefined;
    case 'terminate': {
      slot.expectEnd();
      service.signal('SIGTERM');
      const code = await endWithin(service, drainTime);
      return code === 0 || code === 'SIGTERM' ? undefined : `SIGTERM: ${code ?? 'still there after 11 s'}`;
    }
    case 'terminateTwice': {
      slot.expectEnd();
      service.signal('SIGTERM');
      await sleep(fate.between);
      service.signal('SIGTERM');
      const code = await endWithin(service, forceTime);
      return code === undefined ? 'SIGTERM twice: still there after 5 s' : undefined;
    }
    case 'spare':
      return undefined;
  }
}

/** How it ended; undefined when it did not and had to be killed. A SIGTERM before its handler is there just ends it. */
async function endWithin(service: ServiceProcess, milliseconds: number) {
  const late = sleep(milliseconds, undefined, { ref: false });
  const how = await Promise.race([service.exited, late]);
  if (how === undefined) {
    service.signal('SIGKILL');
    await service.exited;
  }
  return how;
}
