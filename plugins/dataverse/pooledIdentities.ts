import { isInvitationError } from '../errors/invitationError.js';
import type { Ask } from './ask.js';
import type { Clock } from './clock.js';
import type { TimeTold } from './clockOffset.js';
import type { Identity, Page, PooledIdentity, Read } from './door.js';
import type { Member } from './pool/member.js';
import type { Pool } from './pool/pool.js';

/** What they work with, and whom they tell. */
export interface PooledIdentitiesOptions {
  readonly members: readonly Member[];
  readonly pool: Pool;
  readonly ask: Ask;
  readonly clock: Pick<Clock, 'now'>;
  /** Services that share what Dataverse recommends. */
  readonly instances: number;
  readonly onTime: (told: TimeTold) => void;
}

/** The members of a pool, one by one. */
export function createPooledIdentities(options: PooledIdentitiesOptions): readonly PooledIdentity[] {
  const { members, pool, ask, clock, instances, onTime } = options;

  /** Headers are advice: that they cannot be had is nobody's problem. */
  const learnFromGreeting = async ({ index, governor }: Member): Promise<void> => {
    let sent = 0;
    try {
      const { parallel, date } = await ask({
        kind: 'probe',
        operation: 'WhoAmI',
        set: 'systemusers',
        by: index,
        roundTrip(transport) {
          sent = clock.now();
          return transport.greeting();
        },
      });
      if (date !== undefined) onTime({ sent, received: clock.now(), date });
      if (parallel !== undefined) governor.recommend(Math.floor(parallel / instances));
    } catch (error) {
      if (!isInvitationError(error)) throw error;
    }
  };

  return members.map((member) => {
    const { index: by } = member;
    return {
      number: by + 1,
      get requests() {
        return { limit: member.governor.limit, active: member.governor.active };
      },
      async whoAmI() {
        const who = await ask({
          kind: 'probe',
          operation: 'WhoAmI',
          set: 'systemusers',
          by,
          roundTrip: (transport) => transport.whoAmI(),
        });
        await learnFromGreeting(member);
        return { ...who, userIds: [who.userId] };
      },
      page: ((read: Read): Promise<Page> =>
        ask({
          kind: 'read',
          operation: `reading ${read.set}`,
          set: read.set,
          by,
          roundTrip: (transport) => transport.collection(read),
        })) as PooledIdentity['page'],
      exclude: (error) => {
        pool.exclude(by, error);
      },
      admit: () => {
        pool.admit(by);
      },
    };
  });
}

/** Several users as the one that the service is. @param identities at least one */
export function joinIdentities(identities: readonly Identity[]): Identity {
  const [first] = identities;
  if (first === undefined) throw new RangeError('there is no identity');
  return { ...first, userIds: identities.flatMap(({ userIds }) => userIds) };
}
