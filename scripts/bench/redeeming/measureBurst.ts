import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { generateCode, hashCode } from '../../../plugins/invitation/code.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { invitation } from '../../../solution/schema.js';
import type { BenchPlan } from '../plan.js';
import type { BurstFigures } from '../result.js';
import { countRows } from '../system/countRows.js';
import { seedContacts } from '../seed/seedContacts.js';
import type { BenchSandbox } from '../system/startSandbox.js';
import { seedGrants } from './seedGrants.js';

/** All guests of a group redeem its code at the same moment, and it takes fewer than there are. Counted in Dataverse, by redemption activities. */
export async function measureBurst(
  { admin }: BenchSandbox,
  context: PluginContext,
  { burst, maximum }: BenchPlan['redemptions'],
  workflow: boolean,
): Promise<BurstFigures> {
  const guests = await seedContacts(admin, burst);
  const [id, code] = [randomUUID(), generateCode()];
  await admin.create(invitation.set, {
    inv_invitationid: id,
    inv_name: 'burst',
    inv_type: invitation.type.group,
    inv_maximumredemptions: maximum,
    inv_code: code,
    inv_codehash: hashCode(code),
    [`${invitation.manyToMany.invitedContacts}@odata.bind`]: guests.map((guest) => `/contacts(${guest})`),
    ...(await seedGrants(admin, workflow)),
  });
  const started = performance.now();
  const answers = await Promise.allSettled(guests.map((contactId) => redeem({ code, contactId }, context)));
  const milliseconds = performance.now() - started;
  const failed = answers.filter(
    (answer) => answer.status === 'rejected' || answer.value.outcome === 'failed',
  ).length;
  const redeemed = await countRows(admin, 'inv_inviteredemptions', `_regardingobjectid_value eq ${id}`);
  return { workflow, asked: burst, maximum, redeemed, failed, milliseconds };
}
