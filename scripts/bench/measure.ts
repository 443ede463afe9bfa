import { cpus } from 'node:os';
import type { Part } from './parts.js';
import type { BenchPlan, SendingCase } from './plan.js';
import type { Progress } from './progress.js';
import { measureRecovery } from './recovery/measureRecovery.js';
import { measureRedemptions } from './redeeming/measureRedemptions.js';
import type { BenchResult, ScaleFigures, SendingFigures } from './result.js';
import { measureScale } from './scale/measureScale.js';
import { measureSending } from './sending/measureSending.js';
import type { Processes } from './system/processes.js';

/** What a measurement works with. */
export interface Workplace {
  readonly plan: BenchPlan;
  /** The service's bundle. */
  readonly bundle: string;
  readonly processes: Processes;
  readonly progress: Progress;
}

/** Measures one part after the other; each has sandboxes and services of its own, which are gone afterwards. */
export async function measure(wanted: ReadonlySet<Part>, workplace: Workplace): Promise<BenchResult> {
  const { plan, bundle, processes, progress } = workplace;
  const [cpu] = cpus();
  const sending = wanted.has('send') ? await sendAll(workplace) : undefined;
  const scale = wanted.has('memory') ? await scaleAll(workplace) : undefined;
  const redemptions = wanted.has('redeem')
    ? await measureRedemptions(plan.redemptions, bundle, processes, progress)
    : undefined;
  if (wanted.has('recovery')) progress(`recovery: kill -9, ${plan.recovery.kills} times`);
  const recovery = wanted.has('recovery')
    ? await measureRecovery(plan.recovery, bundle, processes)
    : undefined;
  progress('done');
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

async function sendAll({ plan, bundle, processes, progress }: Workplace): Promise<SendingFigures[]> {
  const figures: SendingFigures[] = [];
  const { groups } = plan.sending;
  for (const [index, group] of groups.entries()) {
    progress(`send: ${group.map(caseText).join('; ')} (${index + 1} of ${groups.length})`);
    figures.push(
      ...(await Promise.all(group.map((one) => measureSending(one, plan.sending, bundle, processes)))),
    );
  }
  return figures;
}

async function scaleAll({ plan, bundle, processes, progress }: Workplace): Promise<ScaleFigures[]> {
  const figures: ScaleFigures[] = [];
  for (const queued of plan.scale.queued) {
    progress(`memory: ${queued.toLocaleString('en')} invitations, seeding`);
    figures.push(await measureScale(queued, plan.scale.sends, bundle, processes, progress));
  }
  return figures;
}

const caseText = ({ identities, services, operationMilliseconds }: SendingCase): string =>
  `${operationMilliseconds} ms, ${services} ${services === 1 ? 'service' : 'services'}, ${identities} ${identities === 1 ? 'identity' : 'identities'}`;
