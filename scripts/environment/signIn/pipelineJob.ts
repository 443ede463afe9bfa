import type { Variables } from '../../../plugins/dataverse/identity/numberedVariables.js';
import { EnvironmentError } from '../environmentError.js';

/** A pipeline's job that can prove who it is, and the application that it is to sign in as. */
export interface PipelineJob {
  readonly platform: 'gitHub' | 'azureDevOps';
  /** Where the job asks for a token of its own, and what it proves itself with there. */
  readonly request: { readonly url: string; readonly token: string };
  readonly tenantId: string;
  readonly clientId: string;
}

/** What the variables of a script are to all who read them: without white space around them, and none that is empty. */
export const givenVariables = (variables: Readonly<NodeJS.ProcessEnv>): Variables =>
  Object.fromEntries(
    Object.entries(variables)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value),
  );

/**
 * The job of a pipeline that runs this script; undefined outside of pipelines that can vouch for their jobs, and where no application
 * is named. The tasks AzureCLI and AzurePowerShell of Azure Pipelines name that of their service connection themselves.
 * @throws EnvironmentError when the application's tenant is not named
 */
export function readPipelineJob(given: Variables): PipelineJob | undefined {
  const gitHub = gitHubRequest(given);
  const request = gitHub ?? azureDevOpsRequest(given);
  const clientId = given.AZURE_CLIENT_ID ?? given.AZURESUBSCRIPTION_CLIENT_ID;
  if (request === undefined || clientId === undefined) return undefined;
  const tenantId = given.AZURE_TENANT_ID ?? given.AZURESUBSCRIPTION_TENANT_ID;
  if (tenantId === undefined)
    throw new EnvironmentError('The sign-in is incomplete: AZURE_TENANT_ID is missing.');
  return { platform: gitHub === undefined ? 'azureDevOps' : 'gitHub', request, tenantId, clientId };
}

/**
 * A job of GitHub Actions with the permission `id-token: write` ("OpenID Connect reference", GitHub Docs). The audience is the one
 * that Microsoft Entra ID expects ("Workload identity federation").
 */
function gitHubRequest(given: Variables): PipelineJob['request'] | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = given;
  if (address === undefined || token === undefined) return undefined;
  const url = new URL(address);
  url.searchParams.set('audience', 'api://AzureADTokenExchange');
  return { url: url.href, token };
}

/**
 * A job of Azure Pipelines that uses a service connection with workload identity federation (REST API "Oidctoken - Create"). The
 * access token is there when the step maps it: `SYSTEM_ACCESSTOKEN: $(System.AccessToken)`; the connection's id comes from the task
 * AzureCLI or AzurePowerShell, or from the step. Where pac's build tools have put the request together already, it is theirs.
 */
function azureDevOpsRequest(given: Variables): PipelineJob['request'] | undefined {
  const { PAC_ADO_ID_TOKEN_REQUEST_URL: ready, PAC_ADO_ID_TOKEN_REQUEST_TOKEN: readyToken } = given;
  if (ready !== undefined && readyToken !== undefined) return { url: ready, token: readyToken };
  const {
    SYSTEM_OIDCREQUESTURI: address,
    SYSTEM_ACCESSTOKEN: token,
    AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: connection,
  } = given;
  if (address === undefined || token === undefined || connection === undefined) return undefined;
  const url = new URL(address);
  url.searchParams.set('api-version', '7.1');
  url.searchParams.set('serviceConnectionId', connection);
  return { url: url.href, token };
}
