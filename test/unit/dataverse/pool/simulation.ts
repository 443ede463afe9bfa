import type { Transport } from '../../../../plugins/dataverse/transport/transport.js';
import type { Write } from '../../../../plugins/dataverse/door.js';
import { createGovernor } from '../../../../plugins/dataverse/pool/governor.js';
import { createPool } from '../../../../plugins/dataverse/pool/pool.js';
import { createWriter } from '../../../../plugins/dataverse/writer.js';
import { rowsAtOnce } from '../../../../plugins/host/loop/loop.js';
import { type ProtectedUser, protectedUser } from './serviceProtection.js';
import { virtualTime } from './virtualTime.js';

/** What is simulated. */
export interface Simulated {
  /** Milliseconds that an operation takes. */
  readonly operation: number;
  readonly identities: number;
  /** Milliseconds on the way, there and back together. */
  readonly latency?: number;
  /** What Dataverse recommends. */
  readonly hint?: number;
  /** Milliseconds that service protection looks back; default 300,000. */
  readonly window?: number;
  /** Services that work as the same identities, and know of each other. */
  readonly services?: number;
  /** Windows after the first that are judged; default 1. */
  readonly windows?: number;
}

/** What came of it, in whole windows after the first. */
export interface Figures {
  /** Invitations a second. */
  readonly speed: number;
  /** Of what the execution time limit allows. */
  readonly shareOfCeiling: number;
  readonly requestsPerInvitation: number;
  /** Of all requests. */
  readonly refused: number;
  /** The longest pause of an identity, in parts of a window. */
  readonly longestPause: number;
}

const cap = 16;
/** Invitations on a page of the queue. */
const page = 250;

const mail: readonly Write[] = ['invitations', 'emails', 'emails'].map((set) => ({
  kind: 'create',
  set,
  row: {},
}));

/** A service with an endless queue of invitations before it: as many rows at once as the loop takes, three operations each, and a read a page. */
export async function simulate({
  operation,
  identities,
  latency = 20,
  hint = 16,
  window = 300_000,
  services = 1,
  windows = 1,
}: Simulated): Promise<Figures> {
  const clock = virtualTime();
  const users = Array.from({ length: identities }, () => protectedUser(clock, { latency, window }));
  let done = 0;
  let longestPause = 0;
  const serve = (): void => {
    const pool = createPool({
      clock,
      members: users.map((user, index) => {
        const governor = createGovernor({ clock, cap, window });
        governor.recommend(Math.floor(hint / services));
        const transport = transportOf(user, operation);
        return { index, governor, tokens: { token: async () => '' }, transport };
      }),
      observer: {
        roundTrip: () => undefined,
        held({ milliseconds }) {
          if (clock.now() > window) longestPause = Math.max(longestPause, milliseconds / window);
        },
      },
      random: () => 0.5,
    });
    const { write } = createWriter('https://contoso.crm.dynamics.com', pool);
    let taken = 0;
    const read = (): Promise<unknown> =>
      pool.run({
        operation: 'read',
        operations: 1,
        roundTrip: (transport) => transport.collection({ set: 'invitations' }),
      });
    const work = async (): Promise<never> => {
      for (;;) {
        taken += 1;
        if (taken % page === 1) await read();
        await write(mail);
        done += 1;
      }
    };
    Array.from({ length: rowsAtOnce(cap * identities) }, work);
  };
  for (let service = 0; service < services; service += 1) serve();

  await clock.runUntil(window);
  const before = { done, ...totals(users) };
  await clock.runUntil(window * (windows + 1));
  const requests = totals(users).requests - before.requests;
  const invitations = done - before.done;
  const speed = invitations / ((windows * window) / 1000);
  return {
    speed,
    shareOfCeiling: speed / ((identities * 4_000) / (3 * operation)),
    requestsPerInvitation: requests / invitations,
    refused: (totals(users).refused - before.refused) / requests,
    longestPause,
  };
}

const totals = (users: readonly ProtectedUser[]) => ({
  requests: users.reduce((sum, user) => sum + user.requests, 0),
  refused: users.reduce((sum, user) => sum + user.refused, 0),
});

/** Only what the simulation asks for; the operations of a request are executed one after another. */
function transportOf(user: ProtectedUser, operation: number): Transport {
  const transport: Pick<Transport, 'collection' | 'transaction'> = {
    async collection() {
      await user.request(operation);
      return { rows: [] };
    },
    async transaction(writes) {
      await user.request(writes.length * operation);
    },
  };
  return transport as Transport;
}
