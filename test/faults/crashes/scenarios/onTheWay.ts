import { invitation } from '../../../../solution/schema.js';
import type { Scenario } from '../scenario.js';

const requested = { statuscode: invitation.status.sendRequested };
/** Seconds of a Retry-After: as good as none, so that nobody waits. */
const retryAfter = 0.005;
const looksAtInvitations = 'inv_invitations\\?';

/** What the door meets while an invitation is sent. */
export const onTheWay: readonly Scenario[] = [
  {
    name: 'the service starts, learns who it is and counts its rows',
    plugins: ['send'],
    async first({ dataverse }) {
      await dataverse.whoAmI();
      await dataverse.count({ set: invitation.set, filter: 'statecode eq 0' });
      await dataverse.row({ set: 'organizations', select: ['languagecode'] });
    },
    async prepare(world) {
      await world.single(await world.contact(), requested, 1);
    },
  },
  {
    name: 'the token is not accepted in the middle of a send',
    plugins: ['send'],
    faults: () => [{ body: 'SendEmail', times: 1, failure: { kind: 'unauthorized' } }],
    async prepare(world) {
      await world.single(await world.contact(), requested, 1);
    },
  },
  {
    name: 'Dataverse limits the service in the middle of a send',
    plugins: ['send'],
    faults: () => [{ body: 'SendEmail', times: 2, failure: { kind: 'throttled', retryAfter } }],
    async prepare(world) {
      await world.single(await world.contact(), requested, 1);
    },
  },
  {
    name: 'a read fails once and is repeated',
    plugins: ['send'],
    faults: () => [{ url: looksAtInvitations, times: 1, failure: { kind: 'unavailable', retryAfter } }],
    async prepare(world) {
      await world.single(await world.contact(), requested, 1);
    },
  },
  {
    name: 'the answer to a send is lost',
    plugins: ['send'],
    faults: () => [{ body: 'SendEmail', times: 1, failure: { kind: 'dropAfter' } }],
    async prepare(world) {
      await world.single(await world.contact(), requested, 1);
    },
  },
];
