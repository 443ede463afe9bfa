import { isBatchFile } from './launch.js';
import { locatePac } from './locatePac.js';
import type { Pac } from './pac.js';
import { runPac } from './runPac.js';
import { spawnPac } from './spawnPac.js';
import { loadWrapper, type Wrapper } from './wrapper/loadWrapper.js';
import { wrapperPac } from './wrapper/wrapperPac.js';

export interface FindPacOptions {
  /** Gets each line that pac prints, without secrets. Left out: nobody reads them; an error holds them all the same. */
  readonly report?: (line: string) => void;
  /** Variables that tell where pac is, and that pac is given. Default `process.env`. */
  readonly variables?: Readonly<NodeJS.ProcessEnv>;
  /** Looks for the CLI wrapper; among the installed packages unless told otherwise. */
  readonly load?: () => Promise<Wrapper | undefined>;
}

/**
 * The Power Platform CLI of this machine: through `@microsoft/powerplatform-cli-wrapper` where that is installed, else spawned.
 * Either way there must be a `pac`, since the wrapper brings none.
 * @returns undefined where there is no pac
 * @throws PacError when PAC_PATH names no program
 */
export async function findPac(options: FindPacOptions = {}): Promise<Pac | undefined> {
  const { report = () => undefined, variables = process.env, load = loadWrapper } = options;
  const file = locatePac({ variables, platform: process.platform });
  if (file === undefined) return undefined;
  const spawned = spawnPac(runPac({ file, variables, report }));
  // The wrapper starts pac without a shell, which Node.js refuses for batch files.
  const wrapper = isBatchFile(file) ? undefined : await load();
  return wrapper ? wrapperPac({ wrapper, file, report, spawned }) : spawned;
}

/** What to tell whoever needs a pac and has none (Microsoft Power Platform CLI: Install). */
export const howToInstallPac =
  'Install the Power Platform CLI with: dotnet tool install --global Microsoft.PowerApps.CLI.Tool; or set PAC_PATH to where it is.';
