import { setMaxListeners } from 'node:events';
import { serviceToken } from '../../system/serviceIdentities.js';
import { tokens } from '../../system/startSystem.js';
import { sendAllAtOnce } from '../clients/allAtOnce.js';
import type { PlainClientOptions, PlainWork } from '../clients/plainClient.js';
import { sendSequentially } from '../clients/sequential.js';
import { ceiling } from '../ceiling.js';
import { seedInvitations } from '../seed/seedInvitations.js';
import type { BenchSandbox } from '../system/startSandbox.js';
import { userIdOf } from '../system/userIdOf.js';

/** The names by which their invitations are counted. */
export const plainNames = ['sequential', 'allAtOnce'] as const;
/** One of them. */
export type PlainName = (typeof plainNames)[number];

/** The two plain clients, in this process: they do little but wait. */
export interface PlainClients {
  begin(): void;
  /** What each has done so far. */
  work(): Readonly<Record<PlainName, Readonly<PlainWork>>>;
  /** @throws what ended a client before it was stopped */
  stop(): Promise<void>;
}

/**
 * Prepares them, with invitations enough for so many seconds: at one operation more for each they stay below the service's ceiling.
 *
 * @param firstUser number of the service user that the first of them works as
 */
export async function startPlainClients(
  sandbox: BenchSandbox,
  firstUser: number,
  seconds: number,
  operationMilliseconds: number,
): Promise<PlainClients> {
  const sender = await userIdOf(sandbox.url, tokens.admin);
  const stopped = new AbortController();
  // Each request of the second client waits on its own.
  setMaxListeners(0, stopped.signal);
  const prepare = async (name: PlainName, user: number): Promise<PlainClientOptions> => ({
    url: sandbox.url,
    token: serviceToken(user),
    sender,
    invitations: await seedInvitations(
      sandbox.admin,
      Math.ceil(ceiling(1, operationMilliseconds) * seconds),
      name,
      {},
    ),
    work: { requests: 0, refused: 0 },
    signal: stopped.signal,
  });
  const sequential = await prepare('sequential', firstUser);
  const allAtOnce = await prepare('allAtOnce', firstUser + 1);
  let running: readonly Promise<void>[] = [];
  return {
    begin() {
      running = [sendSequentially(sequential), sendAllAtOnce(allAtOnce)];
    },
    work: () => ({ sequential: { ...sequential.work }, allAtOnce: { ...allAtOnce.work } }),
    async stop() {
      stopped.abort();
      await Promise.all(running);
    },
  };
}
