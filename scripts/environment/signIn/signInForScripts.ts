import { addressProblem } from '../../../plugins/dataverse/addressProblem.js';
import type { Credentials } from '../../../plugins/dataverse/identity/credentials.js';
import type { Variables } from '../../../plugins/dataverse/identity/numberedVariables.js';
import { readCredentials, waysSet } from '../../../plugins/dataverse/identity/readCredentials.js';
import { signIn } from '../../../plugins/dataverse/identity/signIn.js';
import type { TokenSource } from '../../../plugins/dataverse/identity/tokenSource.js';
import { EnvironmentError } from '../environmentError.js';
import { deviceCode } from './deviceCode.js';
import { givenVariables, readPipelineJob } from './pipelineJob.js';
import { pipelineToken } from './pipelineToken.js';

/**
 * How a script proves who runs it, by environment variables, in this order: an access token that is there already (DATAVERSE_TOKEN) ·
 * the service's own ways (certificate, secret, token file, managed identity) · the identity of a pipeline's job · a person, by device code.
 * @throws EnvironmentError none of them is set, or one is set half
 */
export function signInForScripts(
  url: string,
  variables: Readonly<NodeJS.ProcessEnv>,
  showDeviceCode: ((message: string) => void) | undefined,
): TokenSource {
  const given = givenVariables(variables);
  const authority = authorityOf(given);
  const token = given.DATAVERSE_TOKEN;
  if (token !== undefined) return { token: async () => token };
  const credentials = waysSet(given).length > 0 ? serviceCredentials(given) : jobCredentials(given);
  if (credentials !== undefined) return signIn(credentials, { resource: url, ...authority });
  if (showDeviceCode !== undefined)
    return deviceCode({ url, ...authority, variables: given, show: showDeviceCode });
  throw new EnvironmentError(
    'Nothing says how to sign in. Set AZURE_TENANT_ID, AZURE_CLIENT_ID and one of AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_SECRET and AZURE_FEDERATED_TOKEN_FILE; or AZURE_MANAGED_IDENTITY=true; or DATAVERSE_TOKEN.',
  );
}

function authorityOf({ DATAVERSE_AUTHORITY: text }: Variables): { readonly authority?: string } {
  if (text === undefined) return {};
  const problem = addressProblem(text);
  if (problem !== undefined) throw new EnvironmentError(`DATAVERSE_AUTHORITY ${problem}.`);
  return { authority: new URL(text).origin };
}

function serviceCredentials(given: Variables): Credentials {
  const { credentials, problems } = readCredentials(given);
  if (credentials !== undefined) return credentials;
  throw new EnvironmentError(`The sign-in is incomplete: ${problems.join('; ')}.`);
}

/** Whoever names an application in a pipeline that can vouch for its jobs wants it to. */
function jobCredentials(given: Variables): Credentials | undefined {
  const job = readPipelineJob(given);
  if (job === undefined) return undefined;
  const { tenantId, clientId } = job;
  return { kind: 'workloadIdentity', tenantId, clientId, federatedToken: pipelineToken(job) };
}
