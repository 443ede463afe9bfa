import type { Logger } from 'pino';
import type { Telemetry } from '../../contract/telemetry.js';
import type { DoorsConfig } from '../../doors/config/doorsConfig.js';
import type { DoorsContext } from '../../doors/doorsContext.js';
import { listen } from '../listen.js';

/** The redemption page and the API, open to people and sites. */
export interface OpenDoors {
  /** Where they listen, behind whatever proxy: `http://127.0.0.1:5803`. */
  readonly url: string;
  /**
   * Takes no new requests; resolves when those under way are answered.
   *
   * @param deadline aborted: the connections of those not answered yet are cut
   */
  close(deadline: AbortSignal): Promise<void>;
}

/** What the doors are given. */
export interface DoorsParts {
  readonly context: DoorsContext;
  readonly log: Logger;
  readonly telemetry: Telemetry;
  readonly now: () => Date;
}

/** Milliseconds between two looks for connections that have become idle while the doors close. */
const idleLook = 50;

/**
 * Opens the doors. All they stand on is loaded only here: a service without them stays as small as it was.
 *
 * @throws InvitationError INV_PORT_UNAVAILABLE
 */
export async function openDoors(config: DoorsConfig, parts: DoorsParts): Promise<OpenDoors> {
  const { createDoors } = await import('../../doors/createDoors.js');
  const { createSignIn } = await import('../../doors/signIn/createSignIn.js');
  const { log, now, telemetry } = parts;
  const signIn = createSignIn({ providers: config.providers, url: config.url, log, now, telemetry });
  const server = await createDoors({ config, ...parts, signIn });
  const { host, port } = config;
  const url = await listen(server, { host, port, variable: 'INVITATIONS_DOORS_PORT' });
  log.info(`doors at ${url}`);
  return {
    url,
    async close(deadline) {
      // A browser keeps its connection after the last answer: nobody would wait for it any more.
      const looking = setInterval(() => server.server.closeIdleConnections(), idleLook);
      const cut = (): void => server.server.closeAllConnections();
      if (deadline.aborted) cut();
      deadline.addEventListener('abort', cut, { once: true });
      await server.close();
      clearInterval(looking);
      deadline.removeEventListener('abort', cut);
    },
  };
}
