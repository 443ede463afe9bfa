import { ConfidentialClientApplication, type INetworkModule, type NodeAuthOptions } from '@azure/msal-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceClientId } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { dynamicsWebApi } from './dynamicsWebApi.js';
import { selfSignedCertificate } from './selfSignedCertificate.js';

const certificate = selfSignedCertificate('service');
const authority = 'https://login.sandbox.example/7e4a0000-0000-4000-8000-000000000001';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    developmentTokens: true,
    users: [{ name: 'service', roles: ['Basic User'] }],
    applications: [{ clientId: serviceClientId, secret: 'right', certificates: [certificate.certificate] }],
  });
});
afterAll(() => sandbox.close());

/** MSAL refuses http, so it is told of an https authority, and its requests are sent to the sandbox instead. */
class SandboxNetwork implements INetworkModule {
  readonly requests: string[] = [];
  sendGetRequestAsync = <T>(url: string, options?: { headers?: Record<string, string> }) =>
    this.#send<T>('GET', url, options);
  sendPostRequestAsync = <T>(url: string, options?: { headers?: Record<string, string>; body?: string }) =>
    this.#send<T>('POST', url, options);

  async #send<T>(
    method: string,
    url: string,
    options: { headers?: Record<string, string>; body?: string } = {},
  ) {
    const { host, pathname, search } = new URL(url);
    this.requests.push(`${method} ${pathname}`);
    const response = await fetch(sandbox.url + pathname + search, {
      method,
      headers: { ...options.headers, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' },
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
    };
  }
}

function client(auth: Partial<NodeAuthOptions>) {
  const network = new SandboxNetwork();
  const application = new ConfidentialClientApplication({
    auth: { clientId: serviceClientId, authority, knownAuthorities: ['login.sandbox.example'], ...auth },
    system: { networkClient: network },
  });
  const acquire = () => application.acquireTokenByClientCredential({ scopes: [`${sandbox.url}/.default`] });
  return { acquire, network };
}

describe('MSAL ConfidentialClientApplication, unmodified', () => {
  it.each<[string, Partial<NodeAuthOptions>]>([
    ['secret', { clientSecret: 'right' }],
    [
      'certificate',
      {
        clientCertificate: {
          thumbprintSha256: certificate.thumbprintSha256,
          privateKey: certificate.privateKey,
        },
      },
    ],
  ])('signs in by %s, and the token works with dynamics-web-api', async (_, auth) => {
    const { acquire, network } = client(auth);
    const token = (await acquire())?.accessToken ?? '';
    const service = await dynamicsWebApi(sandbox, 'dev-service').callFunction('WhoAmI');
    expect(await dynamicsWebApi(sandbox, token).callFunction('WhoAmI')).toEqual(service);
    await acquire();
    expect(network.requests).toEqual([
      'GET /7e4a0000-0000-4000-8000-000000000001/v2.0/.well-known/openid-configuration',
      'POST /7e4a0000-0000-4000-8000-000000000001/oauth2/v2.0/token',
    ]);
  });

  it('needs no discovery when it is given the metadata', async () => {
    const metadata = {
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      issuer: `${authority}/v2.0`,
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      jwks_uri: `${authority}/keys`,
    };
    const { acquire, network } = client({
      clientSecret: 'right',
      authorityMetadata: JSON.stringify(metadata),
    });
    expect((await acquire())?.tokenType).toBe('Bearer');
    expect(network.requests).toHaveLength(1);
  });

  it('reports a wrong secret by its AADSTS number', async () => {
    await expect(client({ clientSecret: 'wrong' }).acquire()).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining('AADSTS7000215'),
    });
  });
});
