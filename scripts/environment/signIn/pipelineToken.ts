import type { FederatedToken } from '../../../plugins/dataverse/identity/credentials.js';
import type { Variables } from '../../../plugins/dataverse/identity/readCredentials.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';

/** Milliseconds that a pipeline's token service is given. */
const timeout = 30_000;

/** The token by which a pipeline says which job runs: undefined outside of pipelines that can. */
export function pipelineToken(given: Variables): FederatedToken | undefined {
  return gitHubToken(given) ?? azureDevOpsToken(given);
}

/**
 * A job of GitHub Actions with the permission `id-token: write` ("OpenID Connect reference", GitHub Docs). The audience is the one
 * that Microsoft Entra ID expects ("Workload identity federation").
 */
function gitHubToken(given: Variables): FederatedToken | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = given;
  if (url === undefined || token === undefined) return undefined;
  const address = new URL(url);
  address.searchParams.set('audience', 'api://AzureADTokenExchange');
  return () => ask('GitHub Actions', { method: 'GET', address, token, field: 'value' });
}

/**
 * A job of Azure Pipelines that uses a service connection with workload identity federation (REST API "Oidctoken - Create"). The
 * access token is there when the step maps it: `SYSTEM_ACCESSTOKEN: $(System.AccessToken)`; the connection's id comes from the task
 * AzureCLI or AzurePowerShell, or from the step.
 */
function azureDevOpsToken(given: Variables): FederatedToken | undefined {
  const {
    SYSTEM_OIDCREQUESTURI: url,
    SYSTEM_ACCESSTOKEN: token,
    AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: connection,
  } = given;
  if (url === undefined || token === undefined || connection === undefined) return undefined;
  const address = new URL(url);
  address.searchParams.set('api-version', '7.1');
  address.searchParams.set('serviceConnectionId', connection);
  return () => ask('Azure Pipelines', { method: 'POST', address, token, field: 'oidcToken' });
}

interface Question {
  readonly method: 'GET' | 'POST';
  readonly address: URL;
  /** Of the job; proves to the pipeline's own service who asks. */
  readonly token: string;
  /** Where the answer holds the federated token. */
  readonly field: string;
}

async function ask(platform: string, { method, address, token, field }: Question): Promise<string> {
  const fail = (what: string, cause?: unknown): Error =>
    invitationError('INV_FEDERATED_TOKEN_UNAVAILABLE', { reason: `${platform} ${what}` }, { cause });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(address, { method, headers, signal: AbortSignal.timeout(timeout) }).catch(
    (cause: unknown) => {
      throw fail('does not answer', cause);
    },
  );
  if (!response.ok) throw fail(`answered ${response.status} to the request for one`);
  const answer = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  const value = answer[field];
  if (typeof value !== 'string') throw fail('gave an answer without one');
  return value;
}
