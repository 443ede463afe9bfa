import type { Random } from '../random.js';
import { poisons, unreadable, unreadablePrefix, type Poison } from './poison.js';

/** What a redeeming contact is given; numbers of the sample data. */
export interface PlannedGrants {
  readonly account: number | undefined;
  readonly webRoles: readonly number[];
  readonly workflow: boolean;
}

/** One invitation of a wave, and what people will do with it. Each contact is invited once, so that all it has comes from there. */
export interface PlannedInvitation {
  readonly id: string;
  readonly contacts: readonly string[];
  readonly isGroup: boolean;
  /** Of a group; undefined: no limit. */
  readonly maximum: number | undefined;
  readonly typedCode: string | undefined;
  readonly poison: Poison | undefined;
  readonly grants: PlannedGrants;
  /**
   * How it is asked for: created asking, created and then asked, or in a request that breaks, so that nobody knows whether it arrived.
   */
  readonly asked: 'created' | 'updated' | 'answerLost' | 'requestLost';
  /** What people do as soon as they have asked. */
  readonly then: 'nothing' | 'revoke' | 'delete' | 'edit';
  /** What contacts do once they have the mail. */
  readonly redeemed: 'never' | 'once' | 'twice' | 'byWrongPerson' | 'withWrongCode';
}

/** The invitations of a wave, in the order they are asked for. Pure: the same random numbers give the same plan. */
export function planWave(random: Random, invitations: number): readonly PlannedInvitation[] {
  return Array.from({ length: invitations }, (_, at) =>
    (at + 1) % unreadableEvery === 0 ? planUnreadable(random) : planOne(random),
  );
}

/** One of so many is a group that has to be set aside; that takes minutes, and small waves have none. */
const unreadableEvery = 250;

function planUnreadable(random: Random): PlannedInvitation {
  return {
    id: unreadablePrefix + random.guid().slice(unreadablePrefix.length),
    contacts: [random.guid(), random.guid(), random.guid()],
    isGroup: true,
    maximum: undefined,
    typedCode: undefined,
    poison: unreadable,
    grants: { account: undefined, webRoles: [], workflow: false },
    asked: 'created',
    then: 'nothing',
    redeemed: 'never',
  };
}

function planOne(random: Random): PlannedInvitation {
  const poison = random.chance(0.02) ? random.pick(poisons) : undefined;
  const isGroup = poison === undefined && random.chance(0.06);
  const contacts = Array.from({ length: isGroup ? random.whole(3, 12) : 1 }, () => random.guid());
  const isPlain = poison === undefined && !isGroup;
  const then = isPlain
    ? random.weighted({ nothing: 88, revoke: 4, delete: 4, edit: 4 })
    : ('nothing' as const);
  return {
    id: random.guid(),
    contacts,
    isGroup,
    maximum: isGroup && random.chance(0.7) ? random.whole(1, contacts.length - 1) : undefined,
    typedCode: poison === undefined && random.chance(0.04) ? ` Soak-${random.guid()}` : undefined,
    poison,
    grants: {
      account: random.chance(0.4) ? random.whole(1, 5) : undefined,
      webRoles: [1, 2, 3].filter(() => random.chance(0.3)),
      workflow: random.chance(0.3),
    },
    asked:
      isPlain && then === 'nothing'
        ? random.weighted({ created: 72, updated: 24, answerLost: 2, requestLost: 2 })
        : 'created',
    then,
    redeemed:
      poison === undefined && then !== 'revoke' && then !== 'delete'
        ? random.weighted({ never: 60, once: 25, twice: 9, byWrongPerson: 3, withWrongCode: 3 })
        : 'never',
  };
}
