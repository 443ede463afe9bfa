import type { Environment, Json } from '../../environment/environment.js';
import type { Reference, Step } from '../plan/step.js';

/** Does one step. Throws EnvironmentError when the environment refuses. */
export async function send(environment: Environment, step: Step, solution: string): Promise<void> {
  const bound = step.reference === undefined ? {} : await bind(environment, step.reference);
  await environment.send(
    step.method,
    step.path,
    { ...step.body, ...bound },
    {
      ...(step.ofSolution ? { 'MSCRM.SolutionUniqueName': solution } : {}),
      ...(step.mergesLabels ? { 'MSCRM.MergeLabels': 'true' } : {}),
    },
  );
}

/** Looks the id up: not every version of Dataverse takes a choice by its name here. */
async function bind(environment: Environment, { property, to, name }: Reference): Promise<Json> {
  if (to === 'choice') {
    const { MetadataId } = await environment.get(
      `GlobalOptionSetDefinitions(Name='${name}')?$select=MetadataId`,
    );
    return { [property]: `/GlobalOptionSetDefinitions(${String(MetadataId)})` };
  }
  const [publisher] = await environment.all(`publishers?$select=publisherid&$filter=uniquename eq '${name}'`);
  return { [property]: `/publishers(${String(publisher?.publisherid)})` };
}
