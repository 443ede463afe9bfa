import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Mistake } from '../../command/mistake.js';
import { readDeploymentSettings, withoutBlankValues, type DeploymentSettings } from './deploymentSettings.js';
import { settingsProblems } from './settingsProblems.js';
import { readVariableDefinitions } from './variableDefinitions.js';

/**
 * Reads a deployment settings file and judges it by the solution that it is for.
 * @param source folder of the unpacked solution
 * @throws Mistake with a line for everything that is wrong
 */
export async function checkedSettings(file: string, source: string): Promise<DeploymentSettings> {
  const settings = readDeploymentSettings(await textOf(file), file);
  const problems = settingsProblems(settings, readVariableDefinitions(source));
  if (problems.length === 0) return settings;
  throw new Mistake(
    [
      `The deployment settings in ${file} are wrong:`,
      ...problems.map((problem) => `  ${problem}`),
      'Correct them and deploy again; nothing has been changed. The form: solution/deployment-settings.sample.json',
    ].join('\n'),
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Mistake(
      `${file} cannot be read. Begin with a copy of solution/deployment-settings.sample.json.`,
      {
        cause: error,
      },
    );
  }
}

/** Does work with a file of the settings that an import takes; the file is gone afterwards. */
export async function withImportFile(
  settings: DeploymentSettings | undefined,
  work: (file: string | undefined) => Promise<void>,
): Promise<void> {
  if (!settings) return work(undefined);
  const folder = await mkdtemp(path.join(tmpdir(), 'deployment-settings-'));
  try {
    const file = path.join(folder, 'deployment-settings.json');
    await writeFile(file, JSON.stringify(withoutBlankValues(settings), undefined, 2), { mode: 0o600 });
    await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
