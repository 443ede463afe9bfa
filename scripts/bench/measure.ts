import { cpus } from 'node:os';
import type { Part } from './parts.js';
import type { BenchPlan, SendingCase } from './plan.js';
import { measureRecovery } from './recovery/measureRecovery.js';
import { measureRedemptions } from './redeeming/measureRedemptions.js';
import type { BenchResult, ScaleFigures, SendingFigures } from './result.js';
import { measureScale } from './scale/measureScale.js';
import { measureSending } from './sending/measureSending.js';
import type { Workplace } from './system/workplace.js';

/** Measures one part after the other; each has sandboxes and services of its own, which are gone afterwards. */
export async function measure(
  wanted: ReadonlySet<Part>,
  plan: BenchPlan,
  workplace: Workplace,
): Promise<BenchResult> {
  const [cpu] = cpus();
  const sending = wanted.has('send') ? await sendAll(plan.sending, workplace) : undefined;
  const scale = wanted.has('memory') ? await scaleAll(plan.scale, workplace) : undefined;
  const redemptions = wanted.has('redeem')
    ? await measureRedemptions(plan.redemptions, workplace)
    : undefined;
  const recovery = wanted.has('recovery') ? await measureRecovery(plan.recovery, workplace) : undefined;
  workplace.progress('done');
  return {
    machine: {
      processor: cpu?.model ?? 'unknown',
      cores: cpus().length,
      node: process.version,
      day: new Date().toISOString().slice(0, 10),
    },
    quick: plan.quick,
    windowSeconds: plan.sending.windowSeconds,
    ...(sending && { sending }),
    ...(scale && { scale }),
    ...(redemptions && { redemptions }),
    ...(recovery && { recovery }),
  };
}

async function sendAll(plan: BenchPlan['sending'], workplace: Workplace): Promise<SendingFigures[]> {
  const figures: SendingFigures[] = [];
  const { groups } = plan;
  for (const [index, group] of groups.entries()) {
    workplace.progress(`send: ${group.map(caseText).join('; ')} (${index + 1} of ${groups.length})`);
    figures.push(...(await Promise.all(group.map((one) => measureSending(one, plan, workplace)))));
  }
  return figures;
}

async function scaleAll(
  { queued, sends }: BenchPlan['scale'],
  workplace: Workplace,
): Promise<ScaleFigures[]> {
  const figures: ScaleFigures[] = [];
  for (const length of queued) figures.push(await measureScale(length, sends, workplace));
  return figures;
}

const caseText = ({ identities, services, operationMilliseconds }: SendingCase): string =>
  `${operationMilliseconds} ms, ${services} ${services === 1 ? 'service' : 'services'}, ${identities} ${identities === 1 ? 'identity' : 'identities'}`;
