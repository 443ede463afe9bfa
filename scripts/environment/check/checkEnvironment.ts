import type { Environment } from '../environment.js';
import { applicationUser } from './applicationUser.js';
import { checkEmailTemplates } from './emailTemplates.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import type { Expected } from './expected.js';
import { guarded } from './guarded.js';
import { checkInviters } from './inviters.js';
import { checkLanguages } from './languages.js';
import { readOrganization } from './organizationFacts.js';
import { type Reach, reachAddress } from './reachAddress.js';
import { effectiveValues, readVariables } from './readVariables.js';
import { checkSenderQueue } from './senderQueue.js';
import { checkSite } from './site.js';
import { solutionVersion } from './solutionVersion.js';
import type { Subject } from './subject.js';
import { checkTimeZone } from './timeZone.js';
import { checkVariables } from './variables.js';
import { checkWaitingInvitations } from './waitingInvitations.js';

/** What a caller may put in the place of the real thing. */
export interface CheckOptions {
  readonly now?: Date;
  readonly reach?: Reach;
}

/**
 * Looks at everything that the product needs in an environment. Reads alone; what who signed in may not see is `unknown`.
 * @throws EnvironmentError when the environment does not answer or does not accept the sign-in
 * @throws InvitationError when no token could be had
 */
export async function checkEnvironment(
  environment: Environment,
  expected: Expected,
  { now = new Date(), reach = reachAddress }: CheckOptions = {},
): Promise<readonly EnvironmentCheck[]> {
  const subject: Subject = { environment, expected, now, reach };
  await environment.get('WhoAmI');
  const settings = guarded('environment variables', 'environment variables', () => settingsChecks(subject));
  const organization = readOrganization(environment);
  const checks = await Promise.all([
    guarded('solution', 'solutions', () => solutionVersion(subject)),
    guarded('application user', 'users, teams and roles', () => applicationUser(subject)),
    settings,
    guarded('inviters', 'users and mailboxes', async () => checkInviters(await organization, subject)),
    guarded('languages', 'languages', () => checkLanguages(subject)),
    guarded('service', 'invitations', () => checkWaitingInvitations(subject)),
  ]);
  return checks.flat().map((check) => addressed(check, environment.url));

  /** The variables, and what they name. */
  async function settingsChecks(given: Subject): Promise<readonly EnvironmentCheck[]> {
    const variables = await readVariables(environment, expected);
    const values = effectiveValues(variables);
    const named = await Promise.all([
      guarded('sender queue', 'queues and mailboxes', async () =>
        checkSenderQueue(values, await organization, given),
      ),
      guarded('email template', 'email templates', async () =>
        checkEmailTemplates(values, await organization, given),
      ),
      checkSite(values, given),
    ]);
    return [...checkVariables(variables, given), checkTimeZone(values, given), ...named.flat()];
  }
}

/** Checks write commands with a placeholder for the address; here it is filled in, so that the line can be copied. */
const addressed = (check: EnvironmentCheck, url: string): EnvironmentCheck =>
  check.mend === undefined
    ? check
    : { ...check, mend: check.mend.replace('--environment URL', `--environment ${url}`) };

/** Whether anything keeps the product from working. */
export const hasFailed = (checks: readonly EnvironmentCheck[]): boolean =>
  checks.some(({ state }) => state === 'failed');
