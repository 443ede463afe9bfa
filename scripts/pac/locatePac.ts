import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { PacError } from './pacError.js';

export interface LocatePacOptions {
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  readonly platform: NodeJS.Platform;
}

/**
 * Looks for pac: PAC_PATH, then POWERPLATFORMTOOLS_PACPATH (set by `microsoft/powerplatform-actions/actions-install`), then the
 * folders of PATH.
 * @returns its absolute path; undefined when there is none
 * @throws PacError when PAC_PATH names no program
 */
export function locatePac({ variables, platform }: LocatePacOptions): string | undefined {
  const named = variables.PAC_PATH?.trim();
  if (named) {
    if (isProgram(named)) return path.resolve(named);
    throw new PacError(
      `PAC_PATH is ${named}, where there is no program. Correct it, or remove it to look in PATH.`,
    );
  }
  const names = platform === 'win32' ? ['pac.exe', 'pac.cmd'] : ['pac'];
  const candidates = [
    variables.POWERPLATFORMTOOLS_PACPATH?.trim() ?? '',
    ...folders(variables, platform).flatMap((folder) => names.map((name) => path.join(folder, name))),
  ];
  const found = candidates.find((candidate) => candidate !== '' && isProgram(candidate));
  return found === undefined ? undefined : path.resolve(found);
}

/** Windows writes `Path`; only its own `process.env` does not mind. */
function folders(variables: Readonly<NodeJS.ProcessEnv>, platform: NodeJS.Platform): readonly string[] {
  const windows = platform === 'win32';
  const entry = Object.entries(variables).find(([name]) => (windows ? name.toUpperCase() : name) === 'PATH');
  return (entry?.[1] ?? '').split(windows ? ';' : ':').filter((folder) => folder !== '');
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
