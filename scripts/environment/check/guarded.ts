import { EnvironmentError } from '../environmentError.js';
import type { EnvironmentCheck } from './environmentCheck.js';

/**
 * Runs a check that may lack rights or tables: then the answer is that nobody knows. Only an environment that no longer answers, or
 * no longer accepts the sign-in, ends everything.
 *
 * @param name of the check
 * @param things what it reads, in words: `solutions`
 * @throws EnvironmentError without an answer, or 401
 */
export async function guarded(
  name: string,
  things: string,
  look: () => Promise<EnvironmentCheck | readonly EnvironmentCheck[]>,
): Promise<readonly EnvironmentCheck[]> {
  try {
    const found = await look();
    return [found].flat();
  } catch (error) {
    if (!(error instanceof EnvironmentError) || error.status === undefined || error.status === 401)
      throw error;
    return [{ name, state: 'unknown', ...unseen(error, things) }];
  }
}

function unseen(error: EnvironmentError, things: string): Pick<EnvironmentCheck, 'found' | 'mend'> {
  if (error.lacksPrivilege)
    return {
      found: `who signed in may not read ${things}`,
      mend: `Give who runs this check the right to read ${things} (System Customizer and System Administrator have it), or ask somebody who has it.`,
    };
  if (error.isMissing)
    return {
      found: `the environment has no ${things}`,
      mend: 'Import the solution: npm run deploy -- --environment URL',
    };
  return { found: error.message, mend: `Run the check again; ${things} could not be read.` };
}
