import type {
  INetworkModule,
  NetworkRequestOptions,
  NetworkResponse,
  NodeAuthOptions,
} from '@azure/msal-node';

/** What MSAL needs to sign in at an identity provider on this machine, over plain http. */
export interface LoopbackAuthority {
  readonly auth: Pick<NodeAuthOptions, 'authority' | 'knownAuthorities' | 'authorityMetadata'>;
  readonly networkClient: INetworkModule;
}

/**
 * MSAL refuses `http` authorities, rightly. For a development machine it is told of an `https` authority at the same address, given
 * that authority's metadata so that it looks nothing up, and its requests travel over `http`.
 * @param authority `http://127.0.0.1:5800`
 */
export function loopbackAuthority(authority: string, tenantId: string): LoopbackAuthority {
  const plain = new URL(authority);
  const pretended = `https://${plain.host}/${tenantId}`;
  return {
    auth: {
      authority: pretended,
      knownAuthorities: [plain.host],
      authorityMetadata: JSON.stringify({
        token_endpoint: `${pretended}/oauth2/v2.0/token`,
        authorization_endpoint: `${pretended}/oauth2/v2.0/authorize`,
        issuer: `${pretended}/v2.0`,
        jwks_uri: `${pretended}/discovery/v2.0/keys`,
      }),
    },
    networkClient: plainHttp,
  };
}

const send = async <T>(
  method: string,
  url: string,
  options?: NetworkRequestOptions,
): Promise<NetworkResponse<T>> => {
  const response = await fetch(url.replace(/^https:/, 'http:'), {
    method,
    headers: options?.headers,
    body: options?.body,
  });
  const { ok, status, headers } = response;
  const body = await response.json().catch((error: unknown) => {
    // A gateway's page: MSAL can tell by the status what it means.
    if (ok) throw error;
    return { error: 'no_json' };
  });
  return { status, headers: Object.fromEntries(headers), body: body as T };
};

const plainHttp: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};
