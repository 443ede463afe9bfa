import { performance } from 'node:perf_hooks';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { workflowPlugin } from '../../../plugins/redeem/workflowPlugin.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { Mistake } from '../../command/mistake.js';
import type { RedemptionFigures } from '../result.js';
import { seedInvitations, type SeededInvitation } from '../seed/seedInvitations.js';
import { spentBetween, spentBy } from '../system/spent.js';
import type { BenchSandbox } from '../system/startSandbox.js';
import { percentiles } from './percentiles.js';
import { seedGrants, webRoles } from './seedGrants.js';

/** Milliseconds an operation takes while answers are timed: an environment that is in good shape. */
const operationTime = 25;
/** Redemptions at once. */
const together = 4;

/** What one redemption costs, and how long its answer takes: the function behind every door, called in this process. */
export async function measureLatency(
  sandbox: BenchSandbox,
  context: PluginContext,
  count: number,
  workflow: boolean,
): Promise<RedemptionFigures> {
  const { admin, switches } = sandbox;
  const invitations = await seedInvitations(admin, count, 'redeem', await seedGrants(admin, workflow));
  const users = [context.identity.userId];
  await switches.protection({ operationMilliseconds: operationTime });
  const before = await switches.counters();
  const times = await redeemAll(invitations, context);
  if (workflow) await startWorkflows(context);
  const after = await switches.counters();
  await switches.protection({ operationMilliseconds: 0 });
  const spent = spentBetween(spentBy(users, before), spentBy(users, after));
  const writes = (counters: typeof before): number => counters.operations - (counters.methods.GET ?? 0);
  return {
    workflow,
    webRoles,
    redemptions: count,
    // The page that says which workflows are due is read for many of them, and counts with them.
    requestsPerRedemption: (spent.requests + spent.refused) / count,
    writesPerRedemption: (writes(after) - writes(before)) / count,
    answer: percentiles(times),
  };
}

/** So many at once, each as soon as one is answered. @returns milliseconds of each */
async function redeemAll(
  invitations: readonly SeededInvitation[],
  context: PluginContext,
): Promise<number[]> {
  const waiting = [...invitations];
  const times: number[] = [];
  const redeemer = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const started = performance.now();
      const { outcome, reason } = await redeem({ code: next.code, contactId: next.contact }, context);
      if (outcome !== 'redeemed') throw new Mistake(`A redemption ended in ${outcome}. ${reason}`);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: together }, redeemer));
  return times;
}

async function startWorkflows(context: PluginContext): Promise<void> {
  for await (const rows of workflowPlugin.due(context)) {
    await Promise.all(rows.map((row) => workflowPlugin.run(row, context)));
  }
}
