import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { ProviderClient } from './provider/providerClient.js';
import type { SignIn, SignInState } from './signIn.js';

/** What `SignIn.begin` resolves with. */
export type Begun = Awaited<ReturnType<SignIn['begin']>>;

/** Where to send the person, with new secrets for this one sign-in. */
export async function begin(
  { provider, configuration }: ProviderClient,
  redirectUri: string,
  { choose, language }: Parameters<SignIn['begin']>[1],
): Promise<Begun> {
  const known = await configuration();
  const state: SignInState = {
    provider: provider.id,
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
  };
  const location = buildAuthorizationUrl(known, {
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: provider.scopes,
    state: state.state,
    nonce: state.nonce,
    code_challenge: await calculatePKCECodeChallenge(state.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: language,
    ...(choose ? { prompt: anotherAccount(known) } : {}),
  });
  return { location: location.href, state };
}

/**
 * `prompt` that lets a person choose another account. Most providers do not list what they know; one that lists its prompts without
 * select_account refuses it (Initiating User Registration via OpenID Connect, 4), and then signing in anew is what comes nearest.
 */
function anotherAccount(known: Configuration): 'select_account' | 'login' {
  const listed: unknown = known.serverMetadata().prompt_values_supported;
  return Array.isArray(listed) && !listed.includes('select_account') ? 'login' : 'select_account';
}
