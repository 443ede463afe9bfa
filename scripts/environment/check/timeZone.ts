import { settingProblems, settingVariables } from '../../../plugins/host/settings/parseSettings.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { places } from './places.js';
import type { Subject } from './subject.js';

const variable = settingVariables.timeZone;

/** Whether the time zone in which expiry dates end is one, and what time it is there. */
export function checkTimeZone(values: ReadonlyMap<string, string>, { now }: Subject): EnvironmentCheck {
  const name = 'time zone';
  const problem = settingProblems(values).find((candidate) => candidate.variable === variable);
  if (problem !== undefined)
    return {
      name,
      state: 'failed',
      found: `${variable} ${problem.message}`,
      mend: `Set ${variable}: ${places.variables}, or in the deployment settings.`,
    };
  const timeZone = values.get(variable)?.trim() ?? 'UTC';
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return { name, state: 'ok', found: `${timeZone}, where it is ${clock.format(now)}` };
}
