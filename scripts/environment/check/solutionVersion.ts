import { compareVersions } from '../../solution/identity.js';
import { installedSolution } from '../installedSolution.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import type { Subject } from './subject.js';

const deploy = 'npm run deploy -- --environment URL';

/** Whether the solution is there, in the version of this source. */
export async function solutionVersion({ environment, expected }: Subject): Promise<EnvironmentCheck> {
  const { uniqueName, version } = expected.solution;
  const installed = await installedSolution(environment, uniqueName);
  const name = 'solution';
  if (installed === undefined)
    return { name, state: 'failed', found: `${uniqueName} is not installed`, mend: `Import it: ${deploy}` };
  const found = `${uniqueName} ${installed.version}, ${installed.kind}`;
  const age = compareVersions(installed.version, version);
  if (age === 0) return { name, state: 'ok', found };
  return {
    name,
    state: 'failed',
    found: `${found}; this source is ${version}`,
    mend:
      age < 0
        ? `Upgrade it: ${deploy}`
        : 'The environment is ahead: run the check, and the service, from the source of that version.',
  };
}
