import { setTimeout as pause } from 'node:timers/promises';
import { invitation } from '../../../solution/schema.js';
import {
  credentialsOfServiceUser,
  serviceCredentials,
  serviceToken,
} from '../../system/serviceIdentities.js';
import { ceiling } from '../ceiling.js';
import type { BenchPlan, SendingCase } from '../plan.js';
import type { SendingFigures } from '../result.js';
import { seedInvitations } from '../seed/seedInvitations.js';
import { seedOrganization } from '../seed/seedOrganization.js';
import { scaledLimits } from '../system/protectionLimits.js';
import { startSandbox } from '../system/startSandbox.js';
import { startService } from '../system/startService.js';
import { userIdOf } from '../system/userIdOf.js';
import type { Workplace } from '../system/workplace.js';
import { startPlainClients } from './plainClients.js';
import { sendingFigures } from './sendingFigures.js';
import { takeReading, type Measured } from './takeReading.js';

/** What a queue must hold beyond what the ceiling lets through, so that it never runs dry: requests under way when a limit is reached still run. */
const reserve = 1.3;

/** Invitations are counted by their name. */
const ofService = 'service';

/**
 * Sends at the ceiling: a queue that never runs dry, service protection on. The first window is not counted: it is empty at the start and lets
 * through a burst that nobody can keep up. Then whole windows are measured, so that it does not matter in which part of it what is sent.
 */
export async function measureSending(
  one: SendingCase,
  { windowSeconds, windows }: BenchPlan['sending'],
  workplace: Workplace,
): Promise<SendingFigures> {
  const { processes } = workplace;
  const plainUsers = one.plainClients ? 2 : 0;
  const sandbox = await startSandbox(workplace, one.identities + plainUsers);
  const seconds = (windows + 1) * windowSeconds;
  const queued = Math.ceil(ceiling(one.identities, one.operationMilliseconds) * seconds * reserve);
  await seedOrganization(sandbox.admin);
  await seedInvitations(sandbox.admin, queued, ofService, { statuscode: invitation.status.sendRequested });
  const clients = one.plainClients
    ? await startPlainClients(sandbox, one.identities + 1, seconds, one.operationMilliseconds)
    : undefined;

  const startServices = one.services === 1 ? [serviceCredentials(one.identities)] : usersApart(one.services);
  const services = await Promise.all(
    startServices.map((credentials) =>
      startService(workplace, { dataverse: sandbox.url, credentials, windowSeconds }),
    ),
  );
  // Not before: a service reads more at its start than it ever does again, and that is not what is measured.
  await sandbox.switches.protection({
    enabled: true,
    ...scaledLimits(windowSeconds),
    operationMilliseconds: one.operationMilliseconds,
  });
  clients?.begin();

  const users = await Promise.all(
    Array.from({ length: one.identities }, (_, index) => userIdOf(sandbox.url, serviceToken(index + 1))),
  );
  const measured: Measured = { sandbox, services, clients, ofService, users };
  await pause(windowSeconds * 1000);
  const before = await takeReading(measured);
  await pause(windows * windowSeconds * 1000);
  const after = await takeReading(measured);

  await clients?.stop();
  for (const service of services) await processes.stop(service.program);
  await processes.stop(sandbox.program);
  return sendingFigures(one, before, after);
}

/** Services that each sign in as a user of their own. */
const usersApart = (services: number): Record<string, string>[] =>
  Array.from({ length: services }, (_, index) => credentialsOfServiceUser(index + 1));
