import { connect, type ConnectOptions } from '../../../plugins/dataverse/connect.js';
import type { OwnedDoor } from '../../../plugins/dataverse/door.js';
import { type ForgedClock, forgedClock } from '../../unit/dataverse/forgedClock.js';
import { type Reply, type ScriptedServer, startScriptedServer } from './scriptedServer.js';

/** A door to a scripted Dataverse, through which time flies. */
export interface OpenDoor {
  readonly dataverse: OwnedDoor;
  readonly server: ScriptedServer;
  readonly clock: ForgedClock;
  /** For each token asked for, whether it was to be a new one. */
  readonly tokensAsked: readonly boolean[];
}

const open: ScriptedServer[] = [];

export async function openDoor(
  script: readonly Reply[],
  options: Partial<ConnectOptions> = {},
): Promise<OpenDoor> {
  const server = await startScriptedServer(...script);
  open.push(server);
  const clock = forgedClock({ patient: false });
  const tokensAsked: boolean[] = [];
  const tokens = {
    token: async (renew = false) => {
      tokensAsked.push(renew);
      return tokensAsked.includes(true) ? 'renewed' : 'first';
    },
  };
  const dataverse = connect({ url: server.url, identities: [tokens], clock, timeout: 2_000, ...options });
  return { dataverse, server, clock, tokensAsked };
}

/** For `afterEach`. */
export async function closeDoors(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}
