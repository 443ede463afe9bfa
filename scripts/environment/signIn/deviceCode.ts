import { type AccountInfo, PublicClientApplication } from '@azure/msal-node';
import { loopbackAuthority } from '../../../plugins/dataverse/identity/loopbackAuthority.js';
import { signInError } from '../../../plugins/dataverse/identity/signInError.js';
import type { Variables } from '../../../plugins/dataverse/identity/numberedVariables.js';
import type { TokenSource } from '../../../plugins/dataverse/identity/tokenSource.js';

/**
 * The public client that Microsoft provides for development against Dataverse ("Use connection strings in XRM tooling to connect to
 * Dataverse"). A team that has registered its own names it in AZURE_CLIENT_ID.
 */
const developmentClient = '51f81489-12ee-4a9e-aaae-a2591f45987d';

export interface DeviceCodeOptions {
  /** Base address of the environment. */
  readonly url: string;
  readonly authority?: string;
  /** AZURE_TENANT_ID and AZURE_CLIENT_ID, both optional. */
  readonly variables: Variables;
  /** Shows the person Microsoft's sentence: which page to open and which code to enter there. */
  readonly show: (message: string) => void;
}

/**
 * Signs a person in on another page or device (OAuth 2.0 device authorization grant, RFC 8628). Nothing is kept after the script
 * ends.
 */
export function deviceCode({ url, authority, variables, show }: DeviceCodeOptions): TokenSource {
  const { AZURE_TENANT_ID: tenant = 'organizations', AZURE_CLIENT_ID: clientId = developmentClient } =
    variables;
  const host = authority ?? 'https://login.microsoftonline.com';
  const loopback = new URL(host).protocol === 'http:' ? loopbackAuthority(host, tenant) : undefined;
  const application = new PublicClientApplication({
    auth: { clientId, ...(loopback?.auth ?? { authority: `${host}/${tenant}` }) },
    system: loopback && { networkClient: loopback.networkClient },
  });
  const scopes = [`${url}/user_impersonation`];
  let account: AccountInfo | null = null;
  const acquire = async (renew: boolean): Promise<string> => {
    try {
      const result =
        account === null
          ? await application.acquireTokenByDeviceCode({
              scopes,
              deviceCodeCallback: ({ message }) => show(message),
            })
          : await application.acquireTokenSilent({ scopes, account, forceRefresh: renew });
      if (result === null) throw new Error('the answer holds no token');
      account = result.account;
      return result.accessToken;
    } catch (error) {
      throw signInError(error, host);
    }
  };
  /** A person is asked once, however many requests need the token at the moment. */
  let pending: Promise<string> | undefined;
  return {
    token(renew = false) {
      pending ??= acquire(renew).finally(() => {
        pending = undefined;
      });
      return pending;
    },
  };
}
