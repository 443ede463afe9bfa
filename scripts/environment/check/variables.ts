import { settingProblems, settingVariables } from '../../../plugins/host/settings/parseSettings.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { places } from './places.js';
import { effectiveValues, type Variable } from './readVariables.js';
import type { Subject } from './subject.js';

const name = 'environment variables';

/** Whether every variable is defined, those that are required have a value, and the service takes them all. */
export function checkVariables(
  variables: readonly Variable[],
  { expected }: Subject,
): readonly EnvironmentCheck[] {
  const values = effectiveValues(variables);
  const undefinedOnes = expected.variables.filter(
    (wanted) => !variables.some(({ schemaName }) => schemaName === wanted),
  );
  if (undefinedOnes.length > 1 && undefinedOnes.length === expected.variables.length)
    return [
      {
        name,
        state: 'failed',
        found: `none of ${undefinedOnes.length} is defined`,
        mend: 'Import the solution: npm run deploy -- --environment URL',
      },
    ];
  const invalid = settingProblems(values).filter(
    // The time zone has a line of its own.
    ({ variable }) => variable !== settingVariables.timeZone && !undefinedOnes.includes(variable),
  );
  const empty = variables.filter(
    ({ schemaName, isRequired }) =>
      isRequired &&
      !values.get(schemaName)?.trim() &&
      !invalid.some(({ variable }) => variable === schemaName),
  );
  const problems: EnvironmentCheck[] = [
    ...undefinedOnes.map((variable) => ({
      name,
      state: 'failed' as const,
      found: `${variable} is not defined`,
      mend: 'Import the solution again: npm run deploy -- --environment URL',
    })),
    ...invalid.map(({ variable, message }) => ({
      name,
      state: 'failed' as const,
      found: `${variable} ${message}`,
      mend: `Set ${variable}: ${places.variables}, or in the deployment settings.`,
    })),
    ...empty.map(({ schemaName }) => ({
      name,
      state: 'failed' as const,
      found: `${schemaName} has no value`,
      mend: `Set ${schemaName}: ${places.variables}, or in the deployment settings.`,
    })),
  ];
  if (problems.length > 0) return problems;
  const own = variables.filter((variable) => variable.own !== undefined).length;
  return [
    {
      name,
      state: 'ok',
      found: `${variables.length} defined, ${own} of them with a value of this environment`,
    },
  ];
}
