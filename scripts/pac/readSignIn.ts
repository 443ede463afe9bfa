import type { Credentials } from '../../plugins/dataverse/identity/credentials.js';
import type { Variables } from '../../plugins/dataverse/identity/numberedVariables.js';
import { readCredentials, waysSet } from '../../plugins/dataverse/identity/readCredentials.js';
import { givenVariables, readPipelineJob } from '../environment/signIn/pipelineJob.js';
import { PacError } from './pacError.js';
import type { ApplicationSignIn } from './signIn.js';

/**
 * How pac is to sign in, by the variables that the other scripts sign in with, in the same order: certificate, secret, token file,
 * managed identity; then the identity of a pipeline's job. pac reads a certificate from a PFX file: PAC_CERTIFICATE_PATH and
 * PAC_CERTIFICATE_PASSWORD name it where AZURE_CLIENT_CERTIFICATE_PATH is a PEM file.
 * @returns undefined when no variable says how: then whichever profile is active in pac does
 * @throws Mistake when they say it half
 */
export function readSignIn(variables: Readonly<NodeJS.ProcessEnv>): ApplicationSignIn | undefined {
  const given = givenVariables(variables);
  if (waysSet(given).length === 0) return jobSignIn(given);
  const { credentials, problems } = readCredentials(given);
  if (credentials === undefined) throw new PacError(`The sign-in is incomplete: ${problems.join('; ')}.`);
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

function jobSignIn(given: Variables): ApplicationSignIn | undefined {
  const job = readPipelineJob(given);
  if (job === undefined) return undefined;
  const { platform, request, tenantId, clientId } = job;
  return platform === 'gitHub'
    ? { kind: 'gitHub', tenantId, clientId }
    : { kind: 'azureDevOps', tenantId, clientId, request };
}
