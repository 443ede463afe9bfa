import { setTimeout as pause } from 'node:timers/promises';
import { invitation, redemptionRequest } from '../../../solution/schema.js';
import { credentialsOfServiceUser } from '../../system/serviceIdentities.js';
import { until } from '../../system/until.js';
import type { InboxFigures } from '../result.js';
import { countRows } from '../system/countRows.js';
import { createMultiple } from '../seed/createMultiple.js';
import { seedInvitations } from '../seed/seedInvitations.js';
import type { BenchSandbox } from '../system/startSandbox.js';
import { startService } from '../system/startService.js';
import type { Workplace } from '../system/workplace.js';
import { seedGrants } from './seedGrants.js';

/** Milliseconds that all may take. */
const patience = 120_000;
const lookEvery = 50;
const { status } = redemptionRequest;

/** How fast the service answers redemption requests that sites have written as rows, when many are waiting. */
export async function measureInbox(
  sandbox: BenchSandbox,
  count: number,
  workplace: Workplace,
): Promise<InboxFigures> {
  const { admin } = sandbox;
  const invitations = await seedInvitations(admin, count, 'inbox', await seedGrants(admin, false));
  await createMultiple(admin, redemptionRequest.set, redemptionRequest.name, invitations, (seeded) => ({
    inv_name: 'at the site',
    inv_code: seeded.code,
    'inv_contactid@odata.bind': `/contacts(${seeded.contact})`,
  }));
  const service = await startService(workplace, {
    dataverse: sandbox.url,
    credentials: credentialsOfServiceUser(1),
  });
  const pending = () => countRows(admin, redemptionRequest.set, `statuscode eq ${status.pending}`);
  const [first, started] = [await pending(), Date.now()];
  const ended = await until(
    'all redemption requests to be answered',
    async () => {
      await pause(lookEvery);
      return (await pending()) === 0 ? Date.now() : undefined;
    },
    patience,
  );
  await workplace.processes.stop(service.program);
  const redeemed = await countRows(
    admin,
    invitation.set,
    `inv_name eq 'inbox' and statuscode eq ${invitation.status.redeemed}`,
  );
  return { requests: count, redeemed, perSecond: first / ((ended - started) / 1000) };
}
