import {
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  type NodeAuthOptions,
} from '@azure/msal-node';
import { isInvitationError } from '../../errors/invitationError.js';
import { isLoopback } from '../loopback.js';
import { readCertificate } from './certificate.js';
import type { Credentials } from './credentials.js';
import { loopbackAuthority } from './loopbackAuthority.js';
import { signInError } from './signInError.js';
import type { TokenSource } from './tokenSource.js';

/** Where to sign in, and for what. */
export interface SignInOptions {
  /** Base address of the environment; tokens are for it alone. */
  readonly resource: string;
  /** Base address of the identity provider. Default `https://login.microsoftonline.com`. */
  readonly authority?: string;
}

type ApplicationCredentials = Exclude<Credentials, { kind: 'managedIdentity' }>;

type Acquire = (renew: boolean) => Promise<{ readonly accessToken: string } | null>;

/**
 * Signs in as an application with MSAL, which keeps the token until shortly before it runs out.
 * @throws InvitationError INV_CERTIFICATE_UNREADABLE, at once
 */
export function signIn(credentials: Credentials, options: SignInOptions): TokenSource {
  const authority = options.authority ?? 'https://login.microsoftonline.com';
  const resource = new URL(options.resource).origin;
  const acquire =
    credentials.kind === 'managedIdentity'
      ? managedIdentity(credentials.clientId, resource)
      : confidentialClient(credentials, authority, resource);
  const fetchToken = async (renew: boolean): Promise<string> => {
    try {
      const result = await acquire(renew);
      if (!result?.accessToken) throw new Error('the answer holds no token');
      return result.accessToken;
    } catch (error) {
      if (isInvitationError(error)) throw error;
      throw signInError(error, authority);
    }
  };
  /** Many requests need the token at the same moment; the identity provider is asked once. */
  const underWay = new Map<boolean, Promise<string>>();
  return {
    token(renew = false) {
      const pending = underWay.get(renew) ?? fetchToken(renew).finally(() => underWay.delete(renew));
      underWay.set(renew, pending);
      return pending;
    },
  };
}

function confidentialClient(
  credentials: ApplicationCredentials,
  authority: string,
  resource: string,
): Acquire {
  const { tenantId, clientId } = credentials;
  const loopback = isPlainLoopback(authority) ? loopbackAuthority(authority, tenantId) : undefined;
  const auth: NodeAuthOptions = {
    clientId,
    ...(loopback?.auth ?? { authority: `${new URL(authority).origin}/${tenantId}` }),
    ...proofOf(credentials),
  };
  const application = new ConfidentialClientApplication({
    auth,
    system: loopback && { networkClient: loopback.networkClient },
  });
  const scopes = [`${resource}/.default`];
  return (renew) => application.acquireTokenByClientCredential({ scopes, skipCache: renew });
}

function proofOf(
  credentials: ApplicationCredentials,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'> {
  switch (credentials.kind) {
    case 'secret':
      return { clientSecret: credentials.secret };
    case 'certificate':
      return { clientCertificate: readCertificate(credentials.path) };
    case 'workloadIdentity':
      return { clientAssertion: credentials.federatedToken };
  }
}

function managedIdentity(userAssignedClientId: string | undefined, resource: string): Acquire {
  const application = new ManagedIdentityApplication(
    userAssignedClientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId } },
  );
  return (renew) => application.acquireToken({ resource, forceRefresh: renew });
}

const isPlainLoopback = (authority: string): boolean => {
  const url = new URL(authority);
  return url.protocol === 'http:' && isLoopback(url);
};
