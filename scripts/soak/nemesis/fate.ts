import type { Random } from '../random.js';

/** What is done to a service, so many milliseconds after it began to work. */
export type Fate =
  /** `kill -9`. */
  | { readonly kind: 'kill'; readonly after: number }
  /** SIGTERM; it has ten seconds to finish what is under way. */
  | { readonly kind: 'terminate'; readonly after: number }
  /** SIGTERM, and again: it ends at once. */
  | { readonly kind: 'terminateTwice'; readonly after: number; readonly between: number }
  /** SIGSTOP, and SIGCONT after a while: it comes back with an old view of the world. */
  | { readonly kind: 'pause'; readonly after: number; readonly lasting: number }
  /** Left alone for a while. */
  | { readonly kind: 'spare'; readonly after: number };

const usual = { kill: 76, terminate: 7, terminateTwice: 5, pause: 5, spare: 7 } as const;
/** What an elder meets: nothing that ends it, so that it shows what a long life does to memory. */
const gentle = { pause: 1, spare: 3 } as const;

/**
 * What happens next to a service.
 *
 * @param isElder whether this one is to live
 * @param pauses the shortest and the longest pause, in milliseconds
 */
export function nextFate(random: Random, isElder: boolean, pauses: readonly [number, number]): Fate {
  const kind: Fate['kind'] = random.weighted<Fate['kind']>(
    isElder ? { kill: 0, terminate: 0, terminateTwice: 0, ...gentle } : usual,
  );
  const after = random.whole(20, 500);
  switch (kind) {
    case 'pause':
      return { kind, after, lasting: random.whole(...pauses) };
    case 'terminateTwice':
      return { kind, after, between: random.whole(0, 60) };
    case 'spare':
      return { kind, after: random.whole(500, 3000) };
    case 'kill':
    case 'terminate':
      return { kind, after };
  }
}
