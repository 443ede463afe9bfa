import { serviceToken } from '../../system/serviceIdentities.js';
import type { BenchPlan } from '../plan.js';
import type { BenchResult, BurstFigures, RedemptionFigures } from '../result.js';
import { seedOrganization } from '../seed/seedOrganization.js';
import { startSandbox } from '../system/startSandbox.js';
import type { Workplace } from '../system/workplace.js';
import { measureBurst } from './measureBurst.js';
import { measureInbox } from './measureInbox.js';
import { measureLatency } from './measureLatency.js';
import { openPluginContext } from './pluginContext.js';

/**
 * Redemptions: cost and latency of the function behind every door, called in this process; a burst on a group; and the throughput of the
 * service's own door, rows that sites have written.
 */
export async function measureRedemptions(
  plan: BenchPlan['redemptions'],
  workplace: Workplace,
): Promise<NonNullable<BenchResult['redemptions']>> {
  const { processes, progress } = workplace;
  const sandbox = await startSandbox(workplace, 1);
  await seedOrganization(sandbox.admin);
  const context = await openPluginContext(sandbox.url, serviceToken(1));
  const latency: RedemptionFigures[] = [];
  const bursts: BurstFigures[] = [];
  for (const workflow of [false, true]) {
    const kind = workflow ? 'with a workflow' : 'without a workflow';
    progress(`redeem: ${plan.each} invitations, ${kind}`);
    latency.push(await measureLatency(sandbox, context, plan.each, workflow));
    progress(`redeem: ${plan.burst} at once on a maximum of ${plan.maximum}, ${kind}`);
    bursts.push(await measureBurst(sandbox, context, plan, workflow));
  }
  progress(`redeem: ${plan.each} requests written as rows`);
  const inbox = await measureInbox(sandbox, plan.each, workplace);
  await processes.stop(sandbox.program);
  return { latency, bursts, inbox };
}
