import type { AuthCredentials } from '@microsoft/powerplatform-cli-wrapper';
import { cloudOf } from '../cloud.js';
import type { EnvironmentRequest } from '../pac.js';

/** The wrapper's own credentials; undefined for a sign-in that it does not know: certificates, profiles, Azure Pipelines by our names. */
export function wrapperCredentials({ signIn, environment }: EnvironmentRequest): AuthCredentials | undefined {
  const cloudInstance = cloudOf(environment);
  switch (signIn?.kind) {
    case 'secret':
      return {
        appId: signIn.clientId,
        tenantId: signIn.tenantId,
        clientSecret: signIn.secret,
        // Else a secret that begins with a hyphen is taken for an argument.
        encodeSecret: true,
        cloudInstance,
        scheme: 'ServicePrincipal',
      };
    case 'gitHub':
      return {
        appId: signIn.clientId,
        tenantId: signIn.tenantId,
        federationProvider: 'GitHub',
        cloudInstance,
        scheme: 'WorkloadIdentityFederation',
      };
    case 'azureIdentity':
      return {
        appId: '',
        tenantId: '',
        clientSecret: '',
        cloudInstance,
        scheme: 'ManagedServiceIdentity',
      };
    default:
      return undefined;
  }
}
