import type { Environment } from '../environment/environment.js';
import { readFound } from './found/readFound.js';
import { plan } from './plan/plan.js';
import { planText } from './planText.js';
import { readWanted } from './definition/readWanted.js';

/**
 * The requests that `provision` would send first, for people and for other tools. Nothing is sent.
 *
 * @param source folder of the unpacked solution
 * @throws Mistake when something is there that cannot be changed
 */
export async function dryRun(environment: Environment, source: string): Promise<string> {
  const wanted = readWanted(source);
  const found = await readFound(environment, wanted);
  const planned = plan(wanted, found);
  const count = planned.steps.length;
  const isComplete = wanted.tables.every(({ name }) => found.tables.has(name));
  return [
    ...(count === 0 ? [] : [planText(planned, wanted.solution.uniqueName), '']),
    count === 0 ? '# The environment has the whole schema already.' : `# ${count} requests; none was sent.`,
    ...(isComplete
      ? []
      : ['# Once the tables are there, the texts of the columns that Dataverse makes with them follow.']),
  ].join('\n');
}
