import { literal } from './literal.js';
import type { SolutionIdentity } from '../solution/identity.js';
import type { Environment } from './environment.js';

/** The solution as the environment has it; undefined when it has none. Throws EnvironmentError. */
export async function installedSolution(
  environment: Environment,
  uniqueName: string,
): Promise<SolutionIdentity | undefined> {
  const [row] = await environment.all(
    `solutions?$select=version,ismanaged&$filter=uniquename eq ${literal(uniqueName)}`,
  );
  return (
    row && {
      uniqueName,
      version: String(row.version),
      kind: row.ismanaged === true ? 'managed' : 'unmanaged',
    }
  );
}
