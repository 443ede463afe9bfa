import { invitation } from '../../../solution/schema.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import type { Subject } from './subject.js';

/** Minutes after which somebody should have sent an invitation, even while Dataverse limits the service. */
const patience = 10;

/**
 * Whether the service is at work. It leaves no other trace in the environment than its work, so the sign of one that is not running is
 * an invitation that waits.
 */
export async function checkWaitingInvitations({ environment, now }: Subject): Promise<EnvironmentCheck> {
  const name = 'service';
  const since = new Date(now.getTime() - patience * 60_000).toISOString();
  const waiting = await environment.all(
    `${invitation.set}?$select=modifiedon&$filter=statuscode eq ${invitation.status.sendRequested} and modifiedon lt ${since}&$orderby=modifiedon asc&$top=1`,
  );
  const [oldest] = waiting;
  if (oldest === undefined)
    return { name, state: 'ok', found: `no invitation has been waiting for more than ${patience} minutes` };
  return {
    name,
    state: 'warning',
    found: `an invitation has been waiting to be sent since ${String(oldest.modifiedon)}`,
    mend: 'Start the service (npm run service), or ask its /readyz what it waits for.',
  };
}
