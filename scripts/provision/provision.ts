import type { Environment } from '../environment/environment.js';
import { EnvironmentError } from '../environment/environmentError.js';
import { send } from './apply/send.js';
import { readFound } from './found/readFound.js';
import { plan } from './plan/plan.js';
import { call, type Step } from './plan/step.js';
import { Mistake } from '../command/mistake.js';
import { readWanted } from './definition/readWanted.js';

/** What became of an environment. */
export interface Outcome {
  /** Requests that changed something; none when the environment had the whole schema. */
  readonly done: number;
  /** What stays otherwise than the source says, and why. */
  readonly notes: readonly string[];
}

/** Told of each step before it is done; `count` is how many the round has. */
export type Report = (step: Step, index: number, count: number) => void;

/**
 * Once for what is missing, once for what the platform made with it, once for a setting that depends on another, and once
 * to see that nothing is left.
 */
const mostRounds = 4;

/** Changed definitions are read as they were until they are published, so every round ends with it. */
const publish = call('Publish all customizations', 'PublishAllXml', {});

/**
 * Gives an environment the schema of an unpacked solution through the metadata Web API: compares, does what is missing,
 * and compares again until nothing is. An environment that has it all is not written to, and one where a run broke off is
 * completed by the next.
 *
 * @param source folder of the unpacked solution
 * @throws Mistake when something is there that cannot be changed, before anything is written; and when the
 *   environment does not keep what it was told
 * @throws EnvironmentError when a request fails
 */
export async function provision(environment: Environment, source: string, report: Report): Promise<Outcome> {
  const wanted = readWanted(source);
  const asked = new Set<string>();
  let done = 0;
  for (let round = 1; ; round += 1) {
    const { steps, notes } = plan(wanted, await readFound(environment, wanted));
    const open = steps.filter(({ platformColumn = '' }) => !asked.has(platformColumn));
    if (open.length === 0) return { done, notes: [...notes, ...kept(steps)] };
    if (round === mostRounds) throw new Mistake(notKept(open));
    const todo = [...open, publish];
    for (const [index, step] of todo.entries()) {
      report(step, index, todo.length);
      if (await sent(environment, step, wanted.solution.uniqueName)) done += 1;
      if (step.platformColumn !== undefined) asked.add(step.platformColumn);
    }
  }
}

/** False when Dataverse insists on its own texts: nothing depends on them, so the run goes on. */
async function sent(environment: Environment, step: Step, solution: string): Promise<boolean> {
  try {
    await send(environment, step, solution);
    return true;
  } catch (error) {
    const isRefused = error instanceof EnvironmentError && (error.status === 400 || error.status === 403);
    if (step.platformColumn !== undefined && isRefused) return false;
    throw error;
  }
}

function kept(steps: readonly Step[]): readonly string[] {
  const columns = new Set(steps.flatMap(({ platformColumn }) => platformColumn ?? []));
  return [...columns].map((column) => `Dataverse keeps its own texts of its column ${column}.`);
}

function notKept(steps: readonly Step[]): string {
  const titles = steps.slice(0, 3).map(({ title }) => title);
  return `The environment accepts changes and does not keep them (${titles.join('; ')}). See in the maker portal whether another solution's layer lies above, then run this again.`;
}
