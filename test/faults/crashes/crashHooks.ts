import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { hooksName, type Site } from './hookedSource.js';

/**
 * A moment at which an instance dies: the so-many-th time that it comes by a place, before what is awaited there begins, or after
 * it has ended and before anybody knows.
 */
export interface CrashPoint {
  readonly site: Site;
  readonly phase: 'before' | 'after';
  /** 1 for the first time. */
  readonly hit: number;
}

/** A moment that an instance passed. */
export interface Passed extends CrashPoint {
  /** Requests that Dataverse had taken by then. */
  readonly requests: number;
}

/** One process of the service. Once dead, nothing in it goes on. */
export interface Instance {
  /** Runs work as this process; resolves with `died` when it dies in the middle. */
  live<T>(work: () => Promise<T>): Promise<T | 'died'>;
  readonly isDead: () => boolean;
  /** Each moment that was passed, in order; those of a dead instance end with the one it died at. */
  readonly passed: readonly Passed[];
}

interface Life {
  readonly pass: (site: Site, phase: CrashPoint['phase']) => Promise<void> | undefined;
}

const lives = new AsyncLocalStorage<Life>();
const forEver = (): Promise<never> => new Promise(() => undefined);

/** What hooked sources call. */
const hooks = {
  before: (site: Site) => lives.getStore()?.pass(site, 'before'),

  async settled<T>(site: Site, awaited: T | Promise<T>): Promise<T> {
    try {
      return await awaited;
    } finally {
      await lives.getStore()?.pass(site, 'after');
    }
  },

  async *iterated<T>(site: Site, iterable: AsyncIterable<T>): AsyncGenerator<T> {
    const iterator = iterable[Symbol.asyncIterator]();
    try {
      for (;;) {
        await hooks.before(site);
        const next = await hooks.settled(site, iterator.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  },
};
Reflect.set(globalThis, hooksName, hooks);

/**
 * @param requests how many requests Dataverse has taken until now
 * @param death left out: it never dies, and its `passed` is the list of all moments at which it could have
 */
export function createInstance(requests: () => number, death?: CrashPoint): Instance {
  const passed: Passed[] = [];
  const hits = new Map<string, number>();
  let dead = false;
  let die: () => void = () => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });

  const life: Life = {
    pass(site, phase) {
      if (dead) return forEver();
      const key = `${phase} ${site}`;
      const hit = (hits.get(key) ?? 0) + 1;
      hits.set(key, hit);
      passed.push({ site, phase, hit, requests: requests() });
      if (site !== death?.site || phase !== death.phase || hit !== death.hit) return undefined;
      dead = true;
      die();
      return forEver();
    },
  };
  return {
    live: (work) => lives.run(life, () => Promise.race([work(), died])),
    isDead: () => dead,
    passed,
  };
}

/**
 * What a dead process had sent already still arrives: waits until the server has answered everything, so that a crash is followed by
 * the same state each time.
 *
 * @param underWay requests that the server has not answered
 */
export async function untilQuiet(underWay: () => number): Promise<void> {
  // Twice: a request that was written but not yet read by the server is not under way at the first look.
  for (let quiet = 0; quiet < 2; quiet = underWay() === 0 ? quiet + 1 : 0) await setImmediate();
}
