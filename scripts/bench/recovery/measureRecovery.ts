import { setTimeout as pause } from 'node:timers/promises';
import { invitation } from '../../../solution/schema.js';
import { credentialsOfServiceUser } from '../../system/serviceIdentities.js';
import { until } from '../../system/until.js';
import { mailKey } from '../../tally/key.js';
import { tally } from '../../tally/tally.js';
import type { BenchPlan } from '../plan.js';
import type { RecoveryFigures } from '../result.js';
import { countRows } from '../system/countRows.js';
import { issuedMails } from './issuedMails.js';
import { seedInvitations } from '../seed/seedInvitations.js';
import { seedOrganization } from '../seed/seedOrganization.js';
import { startSandbox, type BenchSandbox } from '../system/startSandbox.js';
import { startService } from '../system/startService.js';
import type { Workplace } from '../system/workplace.js';

/** Milliseconds an operation takes: a kill must come in the middle of requests. */
const operationTime = 25;
/** Milliseconds between two looks for the next mail: how exact the time is. */
const lookEvery = 20;
/** Milliseconds in which the requests of a service that is gone are carried out. */
const stragglers = 500;
/** Milliseconds until the next mail that are waited for, and until the queue is empty. */
const patience = 120_000;

const { sendRequested } = invitation.status;

/** Kills the service in the middle of its work, starts it again, and takes the time until the next mail. In the end no mail may be missing or twice. */
export async function measureRecovery(
  { queued, kills }: BenchPlan['recovery'],
  workplace: Workplace,
): Promise<RecoveryFigures> {
  const { processes, progress } = workplace;
  progress(`recovery: kill -9, ${kills} times`);
  const sandbox = await startSandbox(workplace, 1);
  await seedOrganization(sandbox.admin);
  const invitations = await seedInvitations(sandbox.admin, queued, 'queued', { statuscode: sendRequested });
  await sandbox.switches.protection({ operationMilliseconds: operationTime });
  const start = () =>
    startService(workplace, {
      dataverse: sandbox.url,
      credentials: credentialsOfServiceUser(1),
    });

  let service = await start();
  await nextMail(sandbox);
  let longestMilliseconds = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await service.program.kill();
    // What was under way when it died still arrives, and is no sign of the new one.
    await pause(stragglers);
    const restarted = Date.now();
    const [started] = await Promise.all([
      start(),
      nextMail(sandbox).then((at) => {
        longestMilliseconds = Math.max(longestMilliseconds, at - restarted);
      }),
    ]);
    service = started;
  }
  await until(
    'the queue to become empty',
    async () =>
      (await countRows(sandbox.admin, invitation.set, `statuscode eq ${sendRequested}`)) === 0 || undefined,
    patience,
  );
  await processes.stop(service.program);
  const { requested, lost, doubled } = tally({
    requested: invitations.map(({ id, contact }) => mailKey(id, contact, 1)),
    effects: await issuedMails(sandbox.admin, invitations),
  });
  await processes.stop(sandbox.program);
  return { kills, longestMilliseconds, requested, lost: lost.length, doubled: doubled.length };
}

/** Waits for one mail more than there are. @returns when it was there, in milliseconds since 1970 */
async function nextMail({ admin }: BenchSandbox): Promise<number> {
  const mails = () => countRows(admin, 'emails', 'statecode eq 1');
  const before = await mails();
  return until(
    'the next mail',
    async () => {
      await pause(lookEvery);
      return (await mails()) > before ? Date.now() : undefined;
    },
    patience,
  );
}
