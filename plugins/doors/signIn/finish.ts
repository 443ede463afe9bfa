import { authorizationCodeGrant, fetchUserInfo, type Configuration } from 'openid-client';
import type { Visitor } from '../../redeem/visitor.js';
import type { ProviderConfig } from '../config/doorsConfig.js';
import { SignInRefused } from './failure.js';
import type { ProviderClient } from './provider/providerClient.js';
import type { SignInState } from './signIn.js';
import { joined, lacksEmail, type Claims } from './visitor/claims.js';
import { visitorOf } from './visitor/visitorOf.js';

/** Who the provider's answer is about: the code is exchanged, and everything it leads to is checked. */
export async function finish(
  client: ProviderClient,
  redirectUri: string,
  answer: URLSearchParams,
  state: SignInState | undefined,
): Promise<Visitor> {
  const { provider } = client;
  const begun = requireOwn(provider, answer, state);
  const configuration = await client.configuration();
  const tokens = await authorizationCodeGrant(configuration, new URL(`${redirectUri}?${answer.toString()}`), {
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    pkceCodeVerifier: begun.codeVerifier,
    idTokenExpected: true,
  });
  client.keep(configuration);
  const idToken: Claims = { ...tokens.claims() };
  requireAuthorizedParty(idToken, provider);
  return visitorOf(await withAddress(configuration, tokens.access_token, idToken, provider), provider);
}

/** Before anything is asked: the answer belongs to the sign-in that this browser began, at this provider. */
function requireOwn(
  { id }: ProviderConfig,
  answer: URLSearchParams,
  state: SignInState | undefined,
): SignInState {
  if (state === undefined) {
    throw new SignInRefused('it took too long, or was begun in another browser', 'no sign-in under way');
  }
  if (state.provider !== id) {
    throw new SignInRefused('the answer comes from another provider', 'provider');
  }
  const [told, ...more] = answer.getAll('state');
  if (told !== state.state || more.length > 0) {
    throw new SignInRefused('the answer belongs to another sign-in', 'state');
  }
  return state;
}

/** OpenID Connect Core, 3.1.3.7 (5): openid-client asks for it among several audiences alone. */
function requireAuthorizedParty({ azp }: Claims, { clientId }: ProviderConfig): void {
  if (azp === undefined || azp === clientId) return;
  throw new SignInRefused('the answer of the provider does not hold', 'azp');
}

/** Asks the userinfo endpoint when the id token has no address and one was asked for; `sub` must be the same (Core, 5.3.2). */
async function withAddress(
  configuration: Configuration,
  accessToken: string,
  idToken: Claims,
  { scopes, trustEmail }: ProviderConfig,
): Promise<Claims> {
  const isWanted = trustEmail !== 'never' && scopes.split(/\s+/).includes('email');
  const { userinfo_endpoint: endpoint } = configuration.serverMetadata();
  if (!isWanted || !lacksEmail(idToken) || endpoint === undefined) return idToken;
  return joined(idToken, await fetchUserInfo(configuration, accessToken, String(idToken.sub)));
}
