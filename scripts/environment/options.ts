import { addressProblem } from '../../plugins/dataverse/addressProblem.js';
import { asGuid } from '../../plugins/invitation/guid.js';
import { UsageMistake } from '../command/mistake.js';

/** The part of a command's usage that says how it signs in. */
export const signInUsage = `Signs in by DATAVERSE_TOKEN, by the variables of the service (AZURE_TENANT_ID, AZURE_CLIENT_ID, …), by the identity of a
pipeline's job, or by a device code.`;

/**
 * The base address of the environment to work in, without a slash at the end.
 * @param given after `--environment`; left out, DATAVERSE_URL counts
 * @throws UsageMistake when there is none, or it cannot be one
 */
export function environmentAddress(
  given: string | undefined,
  variables: Readonly<NodeJS.ProcessEnv>,
): string {
  const text = given ?? variables.DATAVERSE_URL?.trim();
  if (!text) throw new UsageMistake('Say which environment: --environment https://contoso.crm.dynamics.com');
  const problem = addressProblem(text);
  if (problem !== undefined) throw new UsageMistake(`The address of the environment ${problem}.`);
  return new URL(text).origin;
}

/**
 * The client id of the service's application, in lower case.
 * @throws UsageMistake when it is no GUID
 */
export function clientIdOf(given: string): string {
  const id = asGuid(given);
  if (id === undefined) throw new UsageMistake(`The client id of an application is a GUID, not ${given}.`);
  return id;
}
