import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { ClientMetadata, Configuration, Provider } from 'oidc-provider';
import { isLocal, type Client } from '../client.js';
import { errorPage, signedOutPage, signOutPage } from '../page/pages.js';
import { loadLibrary } from './library.js';
import { memoryAdapter } from './memoryAdapter.js';
import type { SignedIn } from './signedIn.js';
import { tokenTime } from './tokenTime.js';

/** What the provider is made of. */
export interface ProviderParts {
  readonly issuer: string;
  readonly name: string;
  readonly clients: readonly Client[];
  readonly signedIn: SignedIn;
  readonly claimsIn: 'idToken' | 'userinfo';
  readonly now: () => Date;
}

/** Seconds; a sign-in at the sandbox lasts a working day. */
const day = 8 * 60 * 60;
const quarter = 15 * 60;

/** An OpenID provider with keys of its own, made at this moment. It asks for no consent: its clients belong to who runs it. */
export async function createProvider(parts: ProviderParts): Promise<Provider> {
  const { issuer, name, signedIn } = parts;
  const [{ Provider, interactionPolicy }, keys] = await Promise.all([
    loadLibrary(),
    generateKeyPair('RS256', { extractable: true }),
  ]);
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));

  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: parts.clients.map(metadataOf),
    jwks: { keys: [{ ...(await exportJWK(keys.privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: cookiesOf(issuer),
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name', 'locale'],
    },
    conformIdTokenClaims: parts.claimsIn === 'userinfo',
    responseTypes: ['code'],
    pkce: { required: () => true },
    findAccount: (_context, subject) => signedIn.find(subject),
    interactions: { policy, url: (_context, { uid }) => `/sign-in/${uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: quarter,
      AuthorizationCode: 60,
      IdToken: quarter,
      Interaction: day,
      Session: day,
      Grant: day,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(name, form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = signedOutPage(name);
        },
      },
    },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'html';
      context.body = errorPage(name, description ?? error);
    },
  } satisfies Configuration);
  provider.use(tokenTime(keys.privateKey, parts.now));
  return provider;
}

function metadataOf(client: Client): ClientMetadata {
  return {
    client_id: client.id,
    ...(client.secret === undefined
      ? { token_endpoint_auth_method: 'none' }
      : { client_secret: client.secret, token_endpoint_auth_method: 'client_secret_post' }),
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: client.redirectUris.map((uri) => new URL('/', uri).href),
    response_types: ['code'],
    grant_types: ['authorization_code'],
    // A native application's port on this machine is not looked at.
    application_type: isLocal(client) ? 'native' : 'web',
  };
}

/** Cookies do not tell ports apart: providers that run side by side would take each other's. */
function cookiesOf(issuer: string): Configuration['cookies'] {
  const { port } = new URL(issuer);
  const options = { httpOnly: true, sameSite: 'lax', signed: true } as const;
  return {
    names: { session: `session-${port}`, interaction: `sign-in-${port}`, resume: `resume-${port}` },
    keys: [randomBytes(32).toString('base64url')],
    long: options,
    short: options,
  };
}
