import { randomUUID } from 'node:crypto';

/** A refusal of the token endpoint, with the AADSTS number that Microsoft Entra ID gives it. */
export class OAuthError extends Error {
  constructor(
    readonly status: 400 | 401,
    /** OAuth 2.0 error: invalid_client, invalid_request … */
    readonly error: string,
    /** The number after AADSTS. */
    readonly number: number,
    readonly sentence: string,
  ) {
    super(`AADSTS${number}: ${sentence}`);
    this.name = 'OAuthError';
  }
}

/** The refusal's JSON body, as Microsoft Entra ID writes it. */
export function oauthErrorBody(error: OAuthError, now: Date, correlationId: string | undefined): object {
  const trace = randomUUID();
  const correlation = correlationId ?? randomUUID();
  const timestamp = now
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  return {
    error: error.error,
    error_description: `${error.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [error.number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${error.number}`,
  };
}

/** One function for each refusal, so that a number and its sentence are written once. */
export const oauthErrors = {
  parameterMissing: (name: string) =>
    new OAuthError(
      400,
      'invalid_request',
      900144,
      `The request body must contain the following parameter: '${name}'.`,
    ),
  unsupportedGrant: (grant: string) =>
    new OAuthError(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grant}'.`,
    ),
  invalidScope: (scope: string) =>
    new OAuthError(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    ),
  unknownApplication: (clientId: string, tenant: string) =>
    new OAuthError(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'.`,
    ),
  invalidSecret: (clientId: string) =>
    new OAuthError(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    ),
  credentialMissing: () =>
    new OAuthError(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  unknownCertificate: (clientId: string) =>
    new OAuthError(
      401,
      'invalid_client',
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application '${clientId}'.`,
    ),
  malformedAssertion: () =>
    new OAuthError(401, 'invalid_client', 50027, 'JWT token is invalid or malformed.'),
  assertionOutOfTime: () =>
    new OAuthError(401, 'invalid_client', 700024, 'Client assertion is not within its valid time range.'),
  assertionAudience: () =>
    new OAuthError(
      401,
      'invalid_client',
      700023,
      "Client assertion audience claim does not match the token endpoint's address.",
    ),
  assertionSubject: (clientId: string) =>
    new OAuthError(
      401,
      'invalid_client',
      700021,
      `Client assertion application identifier doesn't match 'client_id' parameter '${clientId}'.`,
    ),
} as const;
