import { createHash, timingSafeEqual } from 'node:crypto';
import { findApplication, type Application } from './application.js';
import type { BearerTokens } from './bearerToken.js';
import { verifyClientAssertion } from './clientAssertion.js';
import { oauthErrors } from './oauthError.js';

/** One POST to `/{tenant}/oauth2/v2.0/token`. */
export interface TokenRequest {
  readonly tenant: string;
  /** The endpoint's path, which a client assertion must be addressed to. */
  readonly path: string;
  /** The form's fields. */
  readonly form: URLSearchParams;
  /** The client's time. */
  readonly now: Date;
}

/** A granted token, in the names of OAuth 2.0; lifetimes in seconds. */
export interface TokenResponse {
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const scopeSuffix = '/.default';

/**
 * The client credentials grant (OAuth 2.0, RFC 6749 §4.4): by secret or by signed assertion.
 * @throws OAuthError for everything that Microsoft Entra ID refuses.
 */
export function grantToken(
  request: TokenRequest,
  applications: readonly Application[],
  tokens: BearerTokens,
): TokenResponse {
  const { form, tenant } = request;
  const grant = required(form, 'grant_type');
  if (grant !== 'client_credentials') throw oauthErrors.unsupportedGrant(grant);
  const clientId = required(form, 'client_id');
  // MSAL adds the OpenID scopes only to grants with a user, so the resource stands alone here.
  const scope = required(form, 'scope');
  if (!scope.endsWith(scopeSuffix) || /\s/.test(scope)) throw oauthErrors.invalidScope(scope);
  const application = findApplication(applications, clientId);
  if (application === undefined) throw oauthErrors.unknownApplication(clientId, tenant);
  proveClient(request, application);
  const audience = scope.slice(0, -scopeSuffix.length);
  return {
    token_type: 'Bearer',
    expires_in: tokens.lifetime,
    ext_expires_in: tokens.lifetime,
    access_token: tokens.issue({ kind: 'application', clientId: application.clientId }, audience),
  };
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') throw oauthErrors.parameterMissing(name);
  return value;
}

function proveClient({ form, path, now }: TokenRequest, application: Application): void {
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion');
  if (assertion !== null && form.get('client_assertion_type') === assertionType) {
    verifyClientAssertion(assertion, application, path, now);
  } else if (secret === null) {
    throw oauthErrors.credentialMissing();
  } else if (application.secret === undefined || !sameSecret(secret, application.secret)) {
    throw oauthErrors.invalidSecret(application.clientId);
  }
}

/** Compares digests, so that the time taken tells nothing about the secret or its length. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
