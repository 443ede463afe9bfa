import type { FaultRule, ProtectionSwitch } from '../../system/sandboxSwitches.js';
import type { Random } from '../random.js';
import { unreadablePrefix } from '../wave/poison.js';

/** What is wrong with Dataverse for a while. */
export interface Storm {
  readonly kinds: readonly StormKind[];
  readonly rules: readonly FaultRule[];
  readonly protection: ProtectionSwitch;
  readonly mailboxStuck: boolean;
  /** Milliseconds. */
  readonly lasting: number;
}

const weights = {
  dropBefore: 3,
  dropAfter: 5,
  tooManyRequests: 2,
  tooMuchTime: 2,
  tooManyAtOnce: 2,
  badGateway: 2,
  unavailable: 2,
  timedOut: 2,
  unauthorized: 2,
  slow: 2,
  slowAnswer: 2,
  protection: 2,
  stuckMailbox: 2,
  none: 3,
} as const;

export type StormKind = keyof typeof weights;

/** All of them, for tables. */
export const stormKinds = Object.keys(weights) as readonly StormKind[];

/** Whatever is asked without a tag: the service's requests, and its way to the token endpoint. */
const ofService = '^(?!.*[?&]tag=)';

/** Each operation takes some milliseconds, so that there is something in the middle of which to be killed. */
export const fairWeather: ProtectionSwitch = { enabled: false, operationMilliseconds: 3 };

/** Limits so small that a service runs into them within a second or two. */
const smallLimits: ProtectionSwitch = {
  enabled: true,
  windowSeconds: 3,
  requests: 40,
  executionMilliseconds: 2000,
  concurrency: 6,
  operationMilliseconds: 10,
};

/** The next storm: one mishap or two, each a few times. Retry-After comes in seconds, as a date, or not at all. */
export function nextStorm(random: Random): Storm {
  const kinds = Array.from({ length: random.whole(1, 2) }, () => random.weighted<StormKind>(weights));
  return {
    kinds,
    rules: kinds.flatMap((kind) => ruleOf(kind, random) ?? []),
    protection: kinds.includes('protection') ? smallLimits : fairWeather,
    mailboxStuck: kinds.includes('stuckMailbox'),
    lasting: random.whole(300, 2500),
  };
}

/**
 * What is wrong with Dataverse all the time: requests of people that are broken on purpose by their tag, so that they do not know
 * whether they have asked, and groups whose contacts are not shown.
 */
export const standingRules: readonly FaultRule[] = [
  { url: '[?&]tag=lost-answer', failure: { kind: 'dropAfter' } },
  { url: '[?&]tag=lost-request', failure: { kind: 'dropBefore' } },
  {
    url: `${ofService}.*inv_invitationid eq ${unreadablePrefix}`,
    failure: { kind: 'error', status: 400, code: '0x80040265', message: 'A plug-in does not show them.' },
  },
];

function ruleOf(kind: StormKind, random: Random): FaultRule | undefined {
  const few = { url: ofService, times: random.whole(1, 6), skip: random.whole(0, 4) };
  const throttled = (limit: string): FaultRule => {
    const as = random.pick(['seconds', 'date', undefined]);
    const when = as === undefined ? {} : { retryAfter: random.whole(1, 2), as };
    return { ...few, failure: { kind: 'throttled', limit, ...when } };
  };
  switch (kind) {
    case 'dropBefore':
    case 'dropAfter':
    case 'badGateway':
    case 'unauthorized':
      return { ...few, failure: { kind } };
    case 'tooManyRequests':
      return throttled('requests');
    case 'tooMuchTime':
      return throttled('executionTime');
    case 'tooManyAtOnce':
      return throttled('concurrency');
    case 'unavailable':
      return { ...few, failure: { kind: 'unavailable', status: 503, retryAfter: 1 } };
    case 'timedOut':
      return { ...few, failure: { kind: 'unavailable', status: 504 } };
    case 'slow':
      return { ...few, delayBefore: random.whole(100, 1500) };
    case 'slowAnswer':
      return { ...few, delayAfter: random.whole(100, 1500) };
    case 'protection':
    case 'stuckMailbox':
    case 'none':
      return undefined;
  }
}
