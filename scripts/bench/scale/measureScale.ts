import { setTimeout as pause } from 'node:timers/promises';
import { invitation } from '../../../solution/schema.js';
import { Mistake } from '../../command/mistake.js';
import { credentialsOfServiceUser, serviceToken } from '../../system/serviceIdentities.js';
import type { ScaleFigures } from '../result.js';
import { countRows } from '../system/countRows.js';
import { seedInvitations } from '../seed/seedInvitations.js';
import { seedOrganization } from '../seed/seedOrganization.js';
import { spentBetween, spentBy } from '../system/spent.js';
import { startSandbox } from '../system/startSandbox.js';
import { startService } from '../system/startService.js';
import { usageOf } from '../system/usage.js';
import { userIdOf } from '../system/userIdOf.js';
import type { Workplace } from '../system/workplace.js';

/** Milliseconds between two looks at how far it is. */
const lookEvery = 250;
/** Milliseconds after the last send until memory is read again: time enough for a collection that is due. */
const restTime = 3000;
/** Looks without a send in between after which it is said to be stuck: a minute. */
const patience = 240;
const megabyte = 1e6;

const { sendRequested, sent } = invitation.status;

/**
 * Sends from a queue of a certain length, with service protection off and operations that take no time of their own: what is measured is what
 * the service itself needs, and whether the length of the queue matters to it.
 *
 * @param sends how many are sent; all, where there are fewer
 */
export async function measureScale(
  queued: number,
  sends: number,
  workplace: Workplace,
): Promise<ScaleFigures> {
  const { processes, progress } = workplace;
  progress(`memory: ${queued.toLocaleString('en')} invitations, seeding`);
  const sandbox = await startSandbox(workplace, 1);
  const { admin, switches } = sandbox;
  await seedOrganization(admin);
  await seedInvitations(admin, queued, 'queued', { statuscode: sendRequested });
  progress(`memory: ${queued.toLocaleString('en')} are queued`);
  const credentials = credentialsOfServiceUser(1);
  const service = await startService(workplace, { dataverse: sandbox.url, credentials });
  const users = [await userIdOf(sandbox.url, serviceToken(1))];
  const read = async () => {
    const [counters, done] = await Promise.all([
      switches.counters(),
      countRows(admin, invitation.set, `statuscode eq ${sent}`),
    ]);
    return {
      at: Date.now(),
      done,
      writes: counters.operations - (counters.methods.GET ?? 0),
      spent: spentBy(users, counters),
      cpu: usageOf(service.program).cpuMilliseconds,
      sandboxCpu: usageOf(sandbox.program).cpuMilliseconds,
    };
  };

  const wanted = Math.min(queued, sends);
  const before = await read();
  let now = before;
  for (let idle = 0; now.done < wanted && idle < patience;) {
    await pause(lookEvery);
    const next = await read();
    idle = next.done === now.done ? idle + 1 : 0;
    now = next;
  }
  if (now.done < wanted) throw new Mistake(`The service stopped sending after ${now.done} of ${wanted}.`);
  if (wanted === queued) await pause(restTime);
  const usage = usageOf(service.program);
  await processes.stop(service.program);
  const mails = await countRows(admin, 'emails', 'statecode eq 1');
  const all = await countRows(admin, invitation.set, `statuscode eq ${sent}`);
  await processes.stop(sandbox.program);

  const count = now.done - before.done;
  const spent = spentBetween(before.spent, now.spent);
  return {
    queued,
    sent: count,
    mailsPerInvitation: mails / all,
    perSecond: count / ((now.at - before.at) / 1000),
    requestsPerInvitation: (spent.requests + spent.refused) / count,
    operationsPerInvitation: spent.operations / count,
    writesPerInvitation: (now.writes - before.writes) / count,
    cpuMillisecondsPerInvitation: (now.cpu - before.cpu) / count,
    sandboxCpuMillisecondsPerInvitation: (now.sandboxCpu - before.sandboxCpu) / count,
    memoryPeakMegabytes: usage.memoryPeak / megabyte,
    memoryAfterMegabytes: usage.memory / megabyte,
  };
}
