import type { EnvironmentCheck } from './environmentCheck.js';
import { literal } from './literal.js';
import type { Subject } from './subject.js';

const deploy = 'npm run deploy -- --environment URL';

/** Whether the solution is there, in the version of this source. */
export async function solutionVersion({ environment, expected }: Subject): Promise<EnvironmentCheck> {
  const { uniqueName, version } = expected.solution;
  const [row] = await environment.all(
    `solutions?$select=version,ismanaged&$filter=uniquename eq ${literal(uniqueName)}`,
  );
  const name = 'solution';
  if (row === undefined)
    return {
      name,
      state: 'failed',
      found: `${uniqueName} is not installed`,
      mend: `Import it: ${deploy}`,
    };
  const installed = String(row.version);
  const kind = row.ismanaged === true ? 'managed' : 'unmanaged';
  if (installed === version) return { name, state: 'ok', found: `${uniqueName} ${version}, ${kind}` };
  const isOlder = compareVersions(installed, version) < 0;
  return {
    name,
    state: 'failed',
    found: `${uniqueName} ${installed}, ${kind}; this source is ${version}`,
    mend: isOlder
      ? `Upgrade it: ${deploy}`
      : 'The environment is ahead: run the check, and the service, from the source of that version.',
  };
}

/** Below 0 when `a` is older than `b`; versions have four numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 4; part++) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
