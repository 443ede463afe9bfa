import { z } from 'zod';
import { Mistake } from '../../command/mistake.js';

const file = z.object({
  EnvironmentVariables: z.array(
    z.object({ SchemaName: z.string('must be a text'), Value: z.string('must be a text, in quotes') }),
    'must be a list',
  ),
  ConnectionReferences: z
    .array(z.looseObject({ LogicalName: z.string('must be a text') }), 'must be a list')
    .default([]),
});

/**
 * Deployment settings, in the form of `pac solution create-settings` (Power Platform ALM: Pre-populate connection references and
 * environment variables for automated deployments).
 */
export type DeploymentSettings = z.infer<typeof file>;

/**
 * Reads the text of a deployment settings file.
 * @param name of the file, for errors
 * @throws Mistake with a line for each part that has not the form
 */
export function readDeploymentSettings(text: string, name: string): DeploymentSettings {
  const parsed = file.safeParse(parseJson(text, name));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Mistake([`${name} has not the form of deployment settings:`, ...problems].join('\n'));
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Mistake(`${name} is no JSON: ${reason}.`, { cause: error });
  }
}

/**
 * The same without the variables that are given no value, which an import refuses (powerplatform-build-tools issue 905): left out, they
 * keep what the environment has, or the default.
 */
export const withoutBlankValues = (settings: DeploymentSettings): DeploymentSettings => ({
  ...settings,
  EnvironmentVariables: settings.EnvironmentVariables.filter(({ Value }) => Value.trim() !== ''),
});
