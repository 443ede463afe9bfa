import type { Credentials } from '../../plugins/dataverse/identity/credentials.js';
import {
  readCredentials,
  type Variables,
  waysSet,
} from '../../plugins/dataverse/identity/readCredentials.js';
import { PacError } from './pacError.js';
import type { ApplicationSignIn } from './signIn.js';

/**
 * How pac is to sign in, by the variables that the other scripts sign in with, in the same order: certificate, secret, token file,
 * managed identity; then the identity of a pipeline's job. pac reads a certificate from a PFX file: PAC_CERTIFICATE_PATH and
 * PAC_CERTIFICATE_PASSWORD name it where AZURE_CLIENT_CERTIFICATE_PATH is a PEM file.
 * @returns undefined when no variable says how: then whichever profile is active in pac does
 * @throws PacError when they say it half
 */
export function readSignIn(environment: Readonly<NodeJS.ProcessEnv>): ApplicationSignIn | undefined {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  if (waysSet(given).length === 0) return jobSignIn(given);
  const { credentials, problems } = readCredentials(given);
  if (credentials === undefined) throw incomplete(problems);
  return applicationSignIn(credentials, given);
}

function applicationSignIn(credentials: Credentials, given: Variables): ApplicationSignIn {
  switch (credentials.kind) {
    case 'secret':
      return credentials;
    case 'certificate':
      return certificate(credentials, given);
    case 'workloadIdentity':
    case 'managedIdentity':
      // pac looks at the same variables of the Azure SDKs by itself.
      return { kind: 'azureIdentity' };
  }
}

function certificate(
  { tenantId, clientId, path: pem }: Extract<Credentials, { kind: 'certificate' }>,
  { PAC_CERTIFICATE_PATH: path = pem, PAC_CERTIFICATE_PASSWORD: password }: Variables,
): ApplicationSignIn {
  if (/\.pem$/i.test(path))
    throw new PacError(
      'pac reads certificates from PFX files: make one with openssl pkcs12 -export -in certificate.pem -out certificate.pfx, and set PAC_CERTIFICATE_PATH and PAC_CERTIFICATE_PASSWORD.',
    );
  return { kind: 'certificate', tenantId, clientId, path, ...(password !== undefined && { password }) };
}

/**
 * GitHub Actions with `id-token: write`, or Azure Pipelines with a service connection, whose application its tasks name themselves;
 * where neither runs, nobody.
 */
function jobSignIn(given: Variables): ApplicationSignIn | undefined {
  const clientId = given.AZURE_CLIENT_ID ?? given.AZURESUBSCRIPTION_CLIENT_ID;
  const tenantId = given.AZURE_TENANT_ID ?? given.AZURESUBSCRIPTION_TENANT_ID;
  const request = azureDevOpsRequest(given);
  const gitHub =
    given.ACTIONS_ID_TOKEN_REQUEST_URL !== undefined && given.ACTIONS_ID_TOKEN_REQUEST_TOKEN !== undefined;
  if (clientId === undefined || (request === undefined && !gitHub)) return undefined;
  if (tenantId === undefined) throw incomplete(['AZURE_TENANT_ID is missing']);
  if (gitHub) return { kind: 'gitHub', tenantId, clientId };
  return request && { kind: 'azureDevOps', tenantId, clientId, request };
}

/** Azure Pipelines' own names (REST API: Oidctoken - Create), or those that pac's build tools have set already. */
function azureDevOpsRequest(given: Variables): { readonly url: string; readonly token: string } | undefined {
  const { PAC_ADO_ID_TOKEN_REQUEST_URL: url, PAC_ADO_ID_TOKEN_REQUEST_TOKEN: token } = given;
  if (url !== undefined && token !== undefined) return { url, token };
  const {
    SYSTEM_OIDCREQUESTURI: address,
    SYSTEM_ACCESSTOKEN: jobToken,
    AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: connection,
  } = given;
  if (address === undefined || jobToken === undefined || connection === undefined) return undefined;
  const request = new URL(address);
  request.searchParams.set('api-version', '7.1');
  request.searchParams.set('serviceConnectionId', connection);
  return { url: request.href, token: jobToken };
}

const incomplete = (problems: readonly string[]): PacError =>
  new PacError(`The sign-in is incomplete: ${problems.join('; ')}.`);
